import { listed, phrases } from "../../words/phrases.ts";

/** What people name when they spend → the category it belongs to. */
export const PORTUGUESE_EXPENSES = phrases<string>([
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
]);

/** What people are paid for → the category it belongs to. */
export const PORTUGUESE_INCOMES = phrases<string>([
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
]);
