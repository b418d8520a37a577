import { setOf } from "../tongue.ts";

// Of the ten thousand commonest words of the language, of its dictionary and of common names, those that are one letter
// from a word of ours and mean something else: they are never respelled.

export const PORTUGUESE_LOOKALIKES = setOf(
  `aceite acusar advogados aereo ajudam ajudar ajude ajudo aperte aponte arena bacana baixa balancar balanco balao
  bale balsa bancos bandas bando barata baratas barco basico baterias belas belos bilhetes bolas bolha bolsas
  bolso bolsos branco briga brigada brigando brinde brisa bunda cabelos cadeia cafeteria caixao calca camara
  cancele canta canto cantos cargo carinho carlo caro carros carta celula centro cereja certa certos chama chame
  chase chata chaves chego chegue cheia cheios cheiro chequei cheques chique choque chupa chuveiro ciente cinto
  cirurgiao ciumento clara clare clark cobre comam comando comem comia comido comparar compre compro concerto
  condenado confirma confirmou consultar consultorio contado contam contar contas conte contra convento copias
  cores corpos corre correio correto corta cortei costa costuma cozinhar crane creio crime curto custo daria delta
  deposito desconto deviam devolve diario diria docas doce domingos dominic dores dose doses duvida duvidas
  encantador ensaios entao entra entrado entrara entrarem entregar entrego entro envia envie enviou equipa equipes
  errados escadas escala escalar escobar escolas escolha escolta espacial espada estado estar estas exata exito
  falha familiar familias farias fatos feias feita feitas feridas ferimento fibras ficado ficara ficarem ficariam
  figado filha filmes fique firme fizer fogos folga folhas fomos fratura freios freira frente frita fritas frota
  fruto frutos funcionam funcionar funcionara funcione futura ganhe gasta gastou gatos gesto gostamos gostei gosto
  industria industrias inglesa juntar junto lancamento lance largar largo leito lenha licao licoes limpo linda
  lindas livres livro lucas lucros lutas mancha mande maneira maneiras manga manhas marca marcado marcelo marcou
  mataria medicas medida medio medir meias mesma mesmas mesmos mexico meza midia motel mover movimento mudam muita
  muitas negativa noites pagamentos pagara pague pamela param paramos pararam parou parra partes particulas parto
  passando passara passaro passava passe passeio pegam pegamos pegar pegaram pegos pegou pegue pelas penas pensa
  pensado pensam pensar penso piano pintar pinto pintou pinturas pisa placas place planetas planos planta plantao
  plantar plastico podes pondo ponho ponta ponte pontos poste postos praca precioso precisa precisao precise
  precisou preco precos predios preso presos preto pretos price produtor prometo pronto proximas proximos
  psicologia quarto queixo quintal razao razoes reacao receba recebe recebera recebo reforcos relatorios renca
  resta restaurantes resultados retirado retire rouba sabao sacou safado saidas saido saira salvo sapato segundo
  segura seguras segure segurou semente senador serpente servido sexto sistemas socios sonha soou sujos tanques
  tanta tantas tarefa tarefas tecnicas tecnicos telefones tempos tenha tenta tento terceira terei termos tesouro
  tesouros texas tinha toalhas tonta trabalha trabalhe trabalhos trabalhou tradicao tradicoes trago tranque
  transferir tribo trocar troco tropa ultimas uniao unica unicos unido vagina vegas veias velhas vemos vencedora
  vencemos vencer venceu venci vendedor venho vestida vestindo vidro vilao vimos vince vinda vindas vindo vindos
  vinha virgem visitar visitas vista`,
);
