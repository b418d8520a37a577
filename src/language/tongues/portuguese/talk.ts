import { phrases } from "../../words/phrases.ts";
import type { TalkWords } from "../tongue.ts";

/** How people speak of money without moving any. */
export const PORTUGUESE_TALK: TalkWords = {
  unreal: phrases<true>([
    [
      true,
      `quero|queria|quanto|custa|custam|vale|orcamento|gostaria|pretendo|se|preciso|talvez|espero|penso
      vou|vamos comprar|vender|gastar|cobrar|ganhar|pagar
      esta a|em\nmeta|objetivo de?\nestou pensando|querendo`,
    ],
  ]),
  hearsay: phrases<true>([
    [
      true,
      `me|nos ofereceu|ofereceram\ndizem|falam|comentam|disse que\ndiz que\nouvi dizer|falar\nparece que
      me? passaram|passou|mandaram|mandou|deram|deu um|o? orcamento`,
    ],
  ]),
  adverts: phrases<"header" | "surely" | "anywhere">([
    [
      "header",
      "orcamento|promocao|oferta|ofertas|cardapio|tabela|aviso\nlista|tabela de precos\nprecos\nvende|aluga|procura se",
    ],
    ["surely", "encaminhada|encaminhado"],
    ["anywhere", "gratis|recusado|recusada\nenquanto durar"],
    [
      "anywhere",
      "negociavel|interessados|interessadas|encaminhe|repasse|aproveite|aproveitem\nchama|chame no|in inbox|privado|zap",
    ],
  ]),
  idioms: phrases<"figure" | "verb">([
    [
      "figure",
      "mil desculpas|perdoes|coisas|vezes|beijos|abracos|maravilhas\num milhao de obrigados|obrigado\ncem por cento",
    ],
    [
      "verb",
      `devo|deve|devia uma|um desculpa|explicacao|favor|visita|resposta|ligacao|cafe
      paguei|pagou|pagamos caro|mico|o_pato|o_preco\ndeus lhe|te|se pague
      gastei|gastamos|perdi|perdemos um|uma|o|a|muito? tempo|tarde|manha|noite|dia|saliva|energia
      ganhei|ganhamos o|um? jogo|campeonato|tempo|amigo`,
    ],
  ]),
  beside: phrases<"figure" | "habit" | "count" | "state" | "behind">([
    [
      "state",
      "=é|sao|era|eram|foi|foram|sido|esta|estao|estava|estavam|custa|custam|custava|vale|valem|sai|cobra|cobram|ganha|ganham|tem|tinha|vende|vendem|pede|pedem",
    ],
    ["figure", "mes|ano|vez passado|passada|anterior\ndolar|euro a|esta|em"],
    [
      "figure",
      `sobrou|sobraram|sobra|restam|resta|restou|ficou|ficaram|saldo|falta|faltam devendo|com|em|de|anterior|atual|so|ainda?
      antes\nantes era|custava|a\nnormalmente|geralmente|sempre a|e|custa|cobro|vendo?
      pedia|pediam|pedi|pediu|pediram|queria|queriam|cobrava|cobravam|ofereceu|oferecia
      me|lhe pediu|pedia|cobrava|queria|ofereceu
      ia|iam|iria cobrar|pagar|custar|me_pagar|vender
      tinha|tinham|havia|haviam pedido|cobrado|combinado|oferecido|orcado|dito
      devia|deviam|deviamos\nme|lhe devia|deviam
      combinamos|combinado em|por|de?\nem vez de\nao inves de\ncom|nota|notas|uma nota|notas de
      quilometragem|hodometro|medidor em|de|esta|deu?
      valor|preco normal|original|cheio|de_tabela era|e|de?`,
    ],
    [
      "count",
      "eramos|somos|fomos|foram|demoramos|demorei|trabalhamos|trabalhei umas|uns|quase?\nmesa|grupo|turma|familia de",
    ],
    [
      "behind",
      "de? troco\nde desconto|saldo|diferenca\ncalorias|seguidores|convidados|pessoas|alunos\nque faltam|falta|sobraram",
    ],
  ]),
};
