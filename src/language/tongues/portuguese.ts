import { PORTUGUESE_LOOKALIKES } from "./lookalikes.ts";
import { listed, phrases } from "../phrases.ts";
import { cue, during, metric } from "./building.ts";
import { SPANISH_INJECTIONS } from "./spanish/commands.ts";
import { setOf, type Command, type Cue, type DateWord, type QueryWord, type Tongue } from "./tongue.ts";

const UNITS =
  "um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove".split(
    " ",
  );
const TENS = "vinte trinta quarenta cinquenta sessenta setenta oitenta noventa".split(" ");
const HUNDREDS = "cem duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos".split(
  " ",
);

export const PORTUGUESE: Tongue = {
  name: "pt",
  numbers: {
    values: {
      ...Object.fromEntries(UNITS.map((word, i) => [word, i + 1])),
      ...Object.fromEntries(TENS.map((word, i) => [word, i * 10 + 20])),
      ...Object.fromEntries(HUNDREDS.map((word, i) => [word, (i + 1) * 100])),
      cento: 100,
      duas: 2,
      catorze: 14,
      duzentas: 200,
      trezentas: 300,
      quinhentas: 500,
    },
    and: "e",
    hundreds: setOf("centos"),
    half: setOf("meio meia"),
    one: setOf("um uma"),
  },
  dates: {
    words: phrases<DateWord>([
      [{ kind: "day", offset: 0 }, "hoje\nesta|essa manha|tarde|noite\nagora"],
      [{ kind: "day", offset: -1 }, "ontem"],
      [{ kind: "day", offset: -2 }, "anteontem\nantes de ontem"],
      [{ kind: "day", offset: 1 }, "amanha"],
      [{ kind: "day", offset: 2 }, "depois de amanha"],
      [{ kind: "week", offset: -1 }, "a|na? semana passada"],
      [{ kind: "week", offset: 1 }, "a|na? semana que vem\nproxima semana"],
      [{ kind: "month", offset: -1 }, "o|no? mes passado"],
      [{ kind: "month", offset: 1 }, "o|no? mes que vem\nproximo mes"],
      [{ kind: "month_end" }, "no|ate_o? fim|final do|de mes"],
    ]),
    months: {
      janeiro: 1,
      jan: 1,
      fevereiro: 2,
      fev: 2,
      marco: 3,
      mar: 3,
      abril: 4,
      abr: 4,
      maio: 5,
      mai: 5,
      junho: 6,
      jun: 6,
      julho: 7,
      jul: 7,
      agosto: 8,
      ago: 8,
      setembro: 9,
      set: 9,
      outubro: 10,
      out: 10,
      novembro: 11,
      nov: 11,
      dezembro: 12,
      dez: 12,
    },
    weekdays: { segunda: 1, terca: 2, quarta: 3, quinta: 4, sexta: 5, sabado: 6, domingo: 7 },
    ago_before: setOf("ha faz"),
    ago_after: setOf("atras"),
    within: setOf("em dentro daqui"),
    spans: { dia: "day", dias: "day", semana: "week", semanas: "week", mes: "month", meses: "month" },
    last: setOf("passado passada ultimo ultima"),
    next: setOf("proximo proxima"),
    the: setOf("dia no"),
    until: setOf("ate para"),
    since: setOf("desde"),
    of: setOf("de do"),
    small: setOf("na no a o"),
  },
  names: {
    to: setOf("a ao para pra pro com"),
    from: setOf("de do da dos das"),
    at: setOf("em no na nos nas"),
    articles: setOf("o a os as meu minha um uma seu sua"),
    given: setOf("joao maria jose ana pedro paulo carlos lucas marcos luiz antonio francisco joana juliana"),
    titles: setOf("seu dona sr sra senhor senhora tio tia vizinho vizinha irmao irma primo prima doutor doutora"),
    joins: setOf("de do da dos das e &"),
    nobody: setOf("cliente clientes alguem ninguem gente pessoa"),
    legal: setOf("ltda sa me eireli epp"),
  },
  cues: phrases<Cue>([
    [cue("spend", "egreso"), "gastei|gastamos|paguei|pagamos\ntive que pagar|comprar"],
    [cue("spend", "egreso", { tense: "present", rank: 2 }), "gasto|gastos|pagamento|despesa|despesas|saida"],
    [cue("buy", "egreso"), "comprei|compramos"],
    [cue("buy", "egreso", { tense: "present", rank: 2 }), "compra|compras"],
    [cue("charged", "egreso"), "me cobraram|cobrou|descontaram|descontou"],
    [cue("spend", "egreso", { rank: 1 }), "custou|saiu|dei|transferi|mandei"],
    [cue("sell", "ingreso"), "vendi|vendemos\nme compraram|comprou"],
    [cue("sell", "ingreso", { tense: "present", rank: 2 }), "venda|vendas"],
    [
      cue("earn", "ingreso"),
      "recebi|recebemos|cobrei|ganhei|ganhamos|faturei|faturamos\nme pagaram|pagou|depositaram|depositou|transferiram|transferiu",
    ],
    [cue("earn", "ingreso", { tense: "present", rank: 2 }), "receita|receitas|entrada|entradas|recebimento"],
    [cue("earn", "ingreso", { rank: 1 }), "entrou|entraram|caiu"],
    [cue("refund", "ingreso"), "me devolveram|devolveu|reembolsaram|reembolsou"],
    [
      cue("owe", "deuda", { tense: "future", direction: "por_pagar" }),
      "tenho|temos que|de pagar\npreciso pagar\nvou|vamos pagar\nvence",
    ],
    [cue("owe", "deuda", { direction: "por_pagar" }), "devo|devemos\nfiquei devendo"],
    [
      cue("borrow", "deuda", { direction: "por_pagar" }),
      "me emprestou|emprestaram\npeguei emprestado\npeguei um? emprestimo",
    ],
    [
      cue("owed", "deuda", { direction: "por_cobrar" }),
      "me deve|devem|devia\nta|esta|estao me devendo\nficou|ficaram me? devendo",
    ],
    [
      cue("owed", "deuda", { tense: "future", direction: "por_cobrar" }),
      "me paga|pagam|vai_pagar|vao_pagar\nvai|vao me pagar\na receber",
    ],
    [cue("lend", "deuda", { direction: "por_cobrar" }), "emprestei"],
    [cue("sell_on_credit", "deuda", { direction: "por_cobrar" }), "vendi|vendemos fiado|a_prazo"],
    [cue("buy_on_credit", "deuda", { direction: "por_pagar" }), "comprei|compramos fiado|a_prazo"],
    [cue("settle_out", "egreso", { direction: "por_pagar" }), "paguei a|uma|parte_da? divida\nquitei|abati"],
    [cue("settle_in", "ingreso", { direction: "por_cobrar" }), "me abateu\nme pagou o que me? devia"],
    [cue("draw", "egreso"), "tirei|retirei para|pra mim\nretirada pessoal"],
    [cue("move", "transferencia", { rank: 1 }), "transferi|depositei|saquei|passei|tirei"],
  ]),
  on_credit: phrases<true>([[true, "fiado\na prazo"]]),
  paid_with: phrases<true>([[true, "no|com|por|em cartao|dinheiro|pix|transferencia"]]),
  own_accounts: phrases<true>([
    [true, "caixa|banco|poupanca|dinheiro\nminha conta|poupanca corrente?\nconta corrente|poupanca"],
  ]),
  negations: setOf("nao nunca"),
  unreal: phrases<true>([
    [
      true,
      "quero|queria|quanto|custa|custam|vale|orcamento|gostaria|pretendo|se\nvou|vamos comprar|vender|gastar\nesta a|em",
    ],
  ]),
  expense_categories: phrases<string>([
    [
      "combustible",
      listed(
        `gasolina|combustivel|alcool|etanol|diesel|posto
        gasolina comum|gasolina aditivada|oleo diesel|posto de gasolina|gnv|querosene|arla|tanque cheio|abastecimento`,
      ),
    ],
    [
      "alimentacion",
      listed(
        `pao|leite|mercado|supermercado|almoco|comida|cafe|carne|frango|frutas|verduras|lanche|pizza|padaria|restaurante|jantar
        paes|pao de queijo|queijo|manteiga|margarina|ovo|ovos|arroz|feijao|macarrao|acucar|oleo de soja|azeite|carnes|linguica|linguicas|salsicha|salsichas|presunto|mortadela|bacon|peixe|peixes|camarao|fruta|banana|bananas|laranja|laranjas|limao|limoes|tomate|tomates|cebola|cebolas|batata|batatas|alface|mandioca|legumes|hortalicas|hortifruti|sacolao|quitanda|acougue|peixaria|mercearia|mercadinho|feira livre|cesta basica|cafe da manha|cafezinho|lanches|lanchonete|lanchonetes|marmita|marmitas|marmitex|quentinha|quentinhas|salgado|salgados|salgadinhos|coxinha|coxinhas|pastel|pasteis|bolo|bolos|doces|brigadeiro|brigadeiros|sorvete|sorvetes|acai|chocolate|biscoito|biscoitos|bolacha|bolachas|refrigerante|refrigerantes|suco|sucos|cerveja|cervejas|agua mineral|galao de agua|vinho|vinhos|churrasco|hamburguer|sanduiche|sanduiches|refeicao|refeicoes|rodizio|confeitaria|leite condensado|creme de leite|temperos`,
      ),
    ],
    [
      "servicios_basicos",
      listed(
        `luz|agua|gas|internet|telefone|celular|energia|conta de luz
        conta de agua|conta da luz|conta da agua|conta de energia|conta de telefone|conta de internet|conta do celular|energia eletrica|botijao|botijao de gas|gas de cozinha|wifi|banda larga|fibra|recarga|recarga de celular|recarga do celular|plano do celular|plano de celular|esgoto|tv a cabo`,
      ),
    ],
    [
      "arriendo",
      listed(
        `aluguel|condominio
        alugueis|aluguel da loja|aluguel do ponto|aluguel da sala|aluguel de cadeira|aluguel da cadeira|aluguel de maquina|aluguel de mesas|aluguel de equipamento|coworking|locacao`,
      ),
    ],
    [
      "sueldos",
      listed(
        `salario|salarios|funcionario|funcionaria|diarista
        funcionarios|funcionarias|ajudante|ajudantes|empregado|empregada|empregados|garcom|garconete|garcons|cozinheiro|cozinheira|atendente|atendentes|balconista|vendedora|motorista|entregador|entregadores|motoboy|pedreiro|pedreiros|servente|faxineira|baba|estagiario|estagiaria|freelancer|diaria|diarias|folha de pagamento|vale transporte|vale refeicao|decimo terceiro|adiantamento de salario|ferias do funcionario|rescisao|fgts|inss|hora extra|horas extras|mao de obra|gorjeta da equipe`,
      ),
    ],
    [
      "impuestos",
      listed(
        `imposto|impostos|das|mei|iptu|icms
        ipva|iss|das mei|guia das|guia do mei|boleto do mei|simples nacional|darf|imposto de renda|irpf|irpj|pis|cofins|alvara|licenciamento|taxa da prefeitura|taxa municipal|cartorio|licenca sanitaria|multa da receita`,
      ),
    ],
    [
      "transporte",
      listed(
        `uber|taxi|onibus|metro|pedagio|estacionamento|frete|passagem
        fretes|passagens|pedagios|passagem de onibus|bilhete unico|trem|barca|mototaxi|moto taxi|van|carreto|mudanca|correios|sedex|envio|envios|encomenda|encomendas|transportadora|entrega|entregas|zona azul|sem parar|passagem aerea|guincho`,
      ),
    ],
    [
      "insumos",
      listed(
        `material|materiais|farinha|tecido|embalagem|embalagens|mercadoria|insumos|fornecedor
        insumo|fornecedores|mercadorias|materia prima|farinha de trigo|fermento|chantilly|corante|corantes|forminhas|sacola|sacolas|sacos plasticos|potes|caixas de papelao|copos descartaveis|descartaveis|guardanapo|guardanapos|papel toalha|papel higienico|papel filme|papel aluminio|etiqueta|etiquetas|fita adesiva|linha de costura|linhas|botoes|ziper|ziperes|elastico|tecidos|aviamentos|couro|madeira|madeiras|cimento|areia|brita|tijolo|tijolos|cal|tinta|tintas|prego|pregos|parafuso|parafusos|cano|canos|fios|cabos|lampada|lampadas|torneira|material de construcao|material eletrico|material de limpeza|produtos de limpeza|produto de limpeza|detergente|agua sanitaria|desinfetante|sabonete|esponjas|vassoura|luvas|esmalte|esmaltes|acetona|xampu|shampoo|tintura|tinturas|descolorante|cilios|toner|cartucho|resma|papel|papelaria|racao|racoes|areia de gato|adubo|fertilizante|sementes|mudas|vasos|flores|gelo|carvao|estoque|pecas|peca de reposicao|roupas para revender|produtos para revenda|revenda|uniforme|uniformes|velas|baloes|ferragens`,
      ),
    ],
    [
      "mantencion",
      listed(
        `conserto|manutencao|mecanico|reparo|pneu
        consertos|reparos|reforma|reformas|oficina|oficina mecanica|borracheiro|borracharia|pneus|troca de oleo|troca de pneu|troca de tela|alinhamento|balanceamento|revisao do carro|revisao da moto|lava jato|lavagem do carro|encanador|eletricista|pintor|marceneiro|serralheiro|chaveiro|copia de chave|tecnico|assistencia tecnica|dedetizacao|desentupimento|desentupidora|jardineiro|jardinagem|funilaria|bateria do carro|pastilha de freio|pastilhas de freio|lavanderia`,
      ),
    ],
    [
      "marketing",
      listed(
        `publicidade|anuncio|anuncios|panfletos|propaganda
        marketing|panfleto|folheto|folhetos|cartao de visita|cartoes de visita|banner|banners|faixa|placa da loja|letreiro|outdoor|trafego pago|impulsionamento|google ads|facebook ads|instagram ads|meta ads|logotipo|logo|designer|influenciador|influenciadora|social media|adesivos|carro de som|catalogo|brindes`,
      ),
    ],
    [
      "equipamiento",
      listed(
        `computador|maquina|ferramenta|ferramentas|impressora|geladeira|forno
        maquinas|notebook|celular novo|tablet|monitor|teclado|roteador|camera|cameras|caixa de som|televisao|fogao|fogao industrial|fritadeira|batedeira|liquidificador|freezer|freezers|geladeiras|micro ondas|microondas|cafeteira|chapa|panela|panelas|balanca|balancas|vitrine|balcao|prateleira|prateleiras|estante|estantes|mesa|mesas|cadeira|cadeiras|sofa|espelho|espelhos|armario|armarios|moveis|movel|ar condicionado|ventilador|ventiladores|furadeira|parafusadeira|lixadeira|martelo|escada|betoneira|compressor|gerador|maquina de costura|maquina de cartao|secador|secador de cabelo|chapinha|maca|cadeira de barbeiro|tesoura|tesouras|extintor|carrinho de lanche|barraca|equipamento|equipamentos`,
      ),
    ],
    [
      "financieros",
      listed(
        `juros|tarifa|taxa|emprestimo|cartao|parcela|seguro
        tarifas|taxas|taxa do cartao|taxa da maquininha|taxa da maquina|tarifa bancaria|taxa bancaria|parcelas|parcela do carro|parcela do emprestimo|emprestimos|financiamento|prestacao|consorcio|cheque especial|anuidade|anuidade do cartao|fatura do cartao|iof|seguros|seguro do carro|seguro da loja|comissao da maquininha|leasing|boleto do banco`,
      ),
    ],
    [
      "suscripciones",
      listed(
        `assinatura|netflix|spotify|hospedagem
        assinaturas|mensalidade da academia|academia|youtube premium|amazon prime|prime video|disney plus|globoplay|hbo max|canva|chatgpt|office|google drive|google one|icloud|dominio|software|sistema de vendas|sistema de gestao|aplicativo|licenca de software|antivirus|certificado digital|hospedagem do site`,
      ),
    ],
    [
      "salud",
      listed(
        `medico|dentista|remedio|remedios|farmacia
        medicos|medica|consulta|consulta medica|exame|exames|hospital|clinica|plano de saude|convenio medico|psicologo|psicologa|terapia|fisioterapia|fisioterapeuta|veterinario|veterinaria|oculos|oculista|oftalmologista|vacina|vacinas|medicamento|medicamentos|drogaria|nutricionista|pediatra|cirurgia`,
      ),
    ],
    [
      "retiros",
      listed(
        `pro labore|prolabore|retirada pessoal|gastos pessoais|uso pessoal|despesas pessoais|retirada do socio|retirada de lucro`,
      ),
    ],
    [
      "otros_gastos",
      listed(
        `presente|presentes|doacao|dizimo|curso|cursos|escola|faculdade|creche|advogado|advogada|contador|contadora|contabilidade|despachante|multa|multas|hotel|pousada`,
      ),
    ],
  ]),
  income_categories: phrases<string>([
    [
      "servicios",
      listed(
        `servico|servicos|aula|aulas|corte|conserto|consultoria|frete|instalacao|trabalho
        cortes|corte de cabelo|corte e barba|barba|escova|progressiva|luzes|coloracao|tintura|manicure|pedicure|unha|unhas|unhas em gel|sobrancelha|sobrancelhas|cilios|maquiagem|penteado|penteados|depilacao|massagem|massagens|limpeza de pele|tatuagem|tatuagens|consertos|reparo|reparos|manutencao|troca de tela|troca de oleo|instalacoes|formatacao|faxina|faxinas|limpeza|diaria|diarias|jardinagem|pintura|pintura da casa|reforma|reformas|obra|obras|empreitada|mao de obra|bico|bicos|freela|freelas|costura|costuras|bordado|bordados|estampa|ajuste de roupa|bainha|bainhas|fretes|carreto|carretos|mudanca|mudancas|corrida|corridas|viagem|viagens|entrega|entregas|aula particular|aulas particulares|aula de ingles|aulas de violao|reforco escolar|curso|cursos|mensalidade|mensalidades|matricula|treino|treinos|personal|consulta|consultas|sessao|sessoes|terapia|atendimento|atendimentos|honorarios|projeto|projetos|site|sites|logo|logotipo|design|foto|fotos|ensaio fotografico|video|videos|edicao de video|filmagem|traducao|traducoes|impressao|impressoes|xerox|evento|eventos|buffet|decoracao|festa|festas|casamento|casamentos|show|shows|banho e tosa|tosa|hospedagem|lavagem|lavagens|chaveiro|copia de chave`,
      ),
    ],
    [
      "ventas",
      listed(
        `venda|vendas|pao|paes|bolo|bolos|bolo de pote|doces|brigadeiro|brigadeiros|salgado|salgados|coxinhas|marmita|marmitas|lanche|lanches|pizza|pizzas|acai|sorvete|sorvetes|roupa|roupas|camiseta|camisetas|vestido|vestidos|calcas|sapatos|tenis|bijuterias|perfume|perfumes|cosmeticos|artesanato|flores|plantas|velas|sabonetes|produtos|mercadoria|mercadorias|encomenda|encomendas|frutas|verduras|ovos|queijo|queijos|mel|refrigerante|refrigerantes|cerveja|cervejas|moveis|cliente|clientes`,
      ),
    ],
    [
      "otros_ingresos",
      listed(
        `juros|premio|devolucao|reembolso
        premios|devolucoes|reembolsos|restituicao|restituicao do imposto|aluguel|alugueis|heranca|doacao|bolsa familia|auxilio|auxilio brasil|salario|aposentadoria|pensao|seguro desemprego|gorjeta|gorjetas|presente|dividendos|rendimento|rendimentos|aporte|cashback|indenizacao`,
      ),
    ],
  ]),
  document_words: setOf(
    "cpf cnpj rg nota boleto pedido recibo telefone celular numero apto apartamento casa sala loja rua",
  ),
  number_signs: setOf("n nº n° no num numero #"),
  measures: setOf(
    "kg kilo kilos quilo quilos g gramas l litro litros unidade unidades caixa caixas saco sacos duzia duzias dia dias semana semanas mes meses ano anos hora horas h vezes vez parcela parcelas pessoas metros m cm km",
  ),
  each: phrases<true>([[true, "cada|cada um|uma\npor|a|o|cada unidade|quilo|kg|caixa|metro|hora"]]),
  at_price: setOf("a por @ x"),
  total: setOf("total"),
  range: setOf("ou entre"),
  tax: phrases<"added" | "included">([["added", "mais iva|imposto"]]),
  fillers: setOf(
    `a ao o os as de do da dos das em no na nos nas com sem para pra pro por pelo pela e ou que se um uma uns umas meu minha meus minhas
     me te foi foram era eram ja hoje so mais cerca quase total uns oi ola anota anote registra registre gasto compra venda pagamento valor dinheiro este esta isso`,
  ),
  separators: setOf("e mais depois tambem"),
  commands: phrases<Command>([
    ["saludo", "oi|ola|opa|alo|hey\nbom dia\nboa tarde|noite\ntudo bem\ncomo vai|esta"],
    ["ayuda", "ajuda|menu|comandos|help\no que voce? faz|pode_fazer\ncomo funciona|uso"],
    ["si", "sim|ok|isso|certo|claro|confirmo|pode|exato|beleza|👍|✅\nesta certo\nisso mesmo|ai"],
    ["no", "nao|negativo|cancela|cancelar|errado|👎|❌\nnao obrigado"],
    ["gracias", "obrigado|obrigada|valeu|brigado"],
    ["despedida", "tchau\nate logo|mais"],
    [
      "borrar",
      "apaga|apagar|apague|desfazer|desfaz|remove|remover|exclui|excluir|deleta\napaga|desfaz|remove|exclui isso|o_ultimo|a_ultima",
    ],
  ]),
  corrections: phrases<"change" | "mistake">([
    [
      "change",
      "nao era|eram|foi|foram\no certo e\nisso|esse|essa foi|era\nerrei\nera|eram|foi|foram\nna verdade\nquis dizer\ncorrige|corrigir|muda|mudar|altera\nsim mas\ndesculpa\na categoria e|era\no valor e|era|foi",
    ],
    ["mistake", "esta|ta errado|errada\nme enganei\nerrei"],
  ]),
  copulas: setOf("era eram foi foram e sao"),
  interrogatives: setOf("quanto quanta quantos quem qual quais que onde quando como"),
  queries: phrases<QueryWord>([
    metric("saldo", 5, "saldo|caixa\nquanto dinheiro? tenho|ha em|no? caixa?"),
    metric("resumen", 4, "resumo|relatorio\ncomo estou|vou|vai|foi"),
    metric("resultado", 6, "lucro|resultado\nquanto lucrei|ganhei"),
    metric("egresos", 5, "gastos|despesas\nquanto gastei|gastamos|paguei"),
    metric("egresos_por_categoria", 7, "em|no que gastei\ngastos por categoria"),
    metric("ingresos", 5, "vendas|receitas|entradas\nquanto vendi|vendemos|recebi|faturei|entrou"),
    metric("por_cobrar", 8, "quem|quanto me deve|devem\na receber"),
    metric("por_pagar", 8, "quanto|a_quem|quem devo\na pagar\ndividas"),
    metric("vencimientos", 9, "vencimentos\no que vence\nquando vence"),
    metric("listado", 6, "movimentos|lista|extrato|historico\nultimos lancamentos|movimentos|gastos"),
    metric("exportar", 9, "exportar|excel|planilha|csv|baixar"),
    during("today", "hoje"),
    during("yesterday", "ontem"),
    during("this_week", "esta|essa|da|na semana"),
    during("last_week", "semana passada"),
    during("this_month", "este|esse|do|no mes"),
    during("last_month", "do|no|o? mes passado|anterior"),
    during("this_year", "este|esse|do|no ano"),
  ]),
  injections: SPANISH_INJECTIONS,
  lookalikes: PORTUGUESE_LOOKALIKES,
  shorthand: {
    q: "que",
    vc: "voce",
    qto: "quanto",
    qnto: "quanto",
    tbm: "tambem",
    hj: "hoje",
    pq: "porque",
    obg: "obrigado",
  },
};
