import { listed, phrases } from "../../words/phrases.ts";
import type { TalkWords } from "../tongue.ts";

/** How people speak of money without moving any. */
export const SPANISH_TALK: TalkWords = {
  unreal: phrases<true>([
    [
      true,
      `imagina|imaginate|supongamos|supon|quisiera|quisieramos|quiero|queremos|quiere|quieren|necesito|necesitamos|pienso|pensamos|pensaba
    me gustaria|encantaria\npodria|podriamos|podemos|puedo
    si vendo|gasto|cobro|pago|compro|gano|tuviera|vendiera|hubiera|pudiera|me
    me|le|les|te|nos|se? voy|vamos a comprar|vender|gastar|cobrar|ganar|hacer|fiar|prestar|pagar|cobrarle|fiarle|prestarle|pagarle
    cuesta|cuestan|vale|valen|valdria|costaria|costaba|costaban|valia|valian|salia|salian
    vendia|vendian|vendiamos|cobraba|cobrabamos|pagaba|pagabamos|compraba|comprabamos|ganaba|ganabamos|gastaba
    gana|ganan|vende|venden|cobra|cobran|arrienda|alquila|vendo|vendemos
    iba|ibamos|iban a\nme|nos queria|querian|quiso|quisieron cobrar|vender|dar|pagar|cobrarme
    te vendo|pago|compro|presto|cobro|ofrezco\nsubio|subieron|sube|suben|encarecio|encarecieron
    no se si|cuanto|que
    cuando|hasta_que|apenas junte|juntemos|tenga|gane|venda|cobre|pueda|reciba|me|nos
    se vendia|vendian|compraba|pagaba|cobraba
    =arrendó|=compró|=vendió|=ganó|=invirtió|=remató|=heredó|=alquiló
    dolar|blue|uf|utm|euro|bitcoin|minimo|bencina|gas cerro|esta|anda|subio|bajo|llego|amanecio|va_a_subir|quedo a|en?
    subio|bajo|llego|llegaron|esta|estan|estaba a|en
    esta|estan carisimo|carisima|carisimos|carisimas|caro|cara|caros|caras
    me|nos ofrece|ofrecen
    la|lo|las|los vi|vimos|vi_a
    presupuesto|presupuestos|cotizacion|cotice|cotizaron|ofrecieron|ofrecio|ofrecen|piden|pide|meta|objetivo
    estoy pensando|por\nescribe|escribeme|traduce|cuentame|hazme|explica|explicame|inventa|recomienda|imprime|calcula\nplaneo|planeamos|espero|esperamos|habria_que
    anda|andan|andaba en|por|como
    casi compro|gasto|vendo\nme piden|pide
    me|nos|le cotizo|cotizaron
    lo voy|vamos a pensar
    esta|estan pidiendo|cobrando|vendiendo|ofreciendo
    sale|salen como|desde\npor aca|aqui|alla sale|salen|cuesta|cuestan|cobran
    capaz|tal_vez|puede que
    capaz|quizas|quiza|tal_vez|a_lo_mejor|puede_que|talvez
    se me|nos? quemo|quemaron|quebro|quebraron|rompio|rompieron|vencieron|cayeron|murio|murieron
    se me|nos? echo|echaron a perder
    me|nos quedan|sobran|sobraron\nme|nos queda un? total?
    algun dia\nme|nos gustaria|encantaria`,
    ],
  ]),
  hearsay: phrases<true>([
    [
      true,
      `dicen|cuentan|comentan|rumorean que
      dice|dijo|cuenta|conto que
      se dice|comenta|rumorea|supone que
      supuestamente\nel|ella dice|dijo|decia|asegura|alega que
      ojala\nanule|anulamos|anularon la|el|una|un? venta|compra|pago|gasto|ingreso
      casi|por_poco|casi_casi vendi|gaste|compre|pague|cobre|gano|gane|me_pagan|pierdo|perdi
      le|les cobraron|robaron|vendieron|sacaron|clavaron|estafaron|multaron
      gobierno|ministro|ministra|presidente|presidenta|diputados|congreso
      compadre|comadre|suegra|suegro|cunado|cunada|primo|prima|vecino|vecina|amigo|amiga|tio|tia|abuelo|abuela|hermano|hermana se|le? perdio|perdió|saco|sacó|debe|gano|ganó|vendio|vendió|compro|compró
      dicen|dijeron en|por la|el radio|tele|diario|noticias|face|instagram que?
      anda|andan diciendo|contando que?\nlei|escuche que|en\nsalio en el|la|las diario|noticias|tele
      dolar|blue|uf|euro|bitcoin se_fue|se_disparo
      recibi|recibimos|tengo|tuve una|un? oferta|propuesta|ofertas de|por?\nme|nos hicieron una? oferta|propuesta
      me|nos? pasaron|pasó|paso|dieron|dio|mandaron|mando|enviaron|envio|llego|hicieron un|una|el|la? presupuesto|cotizacion|proforma
      si me? gano|sacara|ganara|saco|tocara`,
    ],
  ]),
  adverts: phrases<"header" | "surely" | "anywhere">([
    [
      "header",
      `cotizacion|presupuesto|proforma|tarifas|tarifario|promo|promocion|promociones|oferta|ofertas|remate|aviso
      lista de precios\nprecios\nmenu|carta del? dia|hoy?\nse vende|arrienda|busca|necesita|ofrece`,
    ],
    [
      "surely",
      "goles\nun gol\nreenviado|reenviada|reenvio\nmensaje reenviado\nlleve|lleva uno|dos|tres|2|3 pague|paga",
    ],
    [
      "anywhere",
      `conversable|conversables|negociable|interesados|interesadas|interesado|reenvia|reenviar|reenvien|reenvialo|hazte
      mensuales|mensual|mes llamar|interesados|consultar
      poco uso\nal|por interno|inbox\nmas info|informacion al|en|por\nultimos|ultimas cupos|unidades|dias\naprovecha|aprovechen
      solo|valido por|hasta hoy|el|este\nhasta agotar stock\ngratis|rechazado|rechazada|declinado
      cuando|si vengas|vuelvas|llegues|pases|puedas|vienes|pasas\nestaba|estaban cerrado|cerrada|agotado|agotada\nplata entera
      no hubo venta|trato|negocio|pedido\nse arrepintio|arrepintieron\nnos vemos
      no pude|pudimos|alcance|alcanzamos\nno habia|quedaba|tenian stock|ninguno|ninguna|nada|luz?
      les|le dije|dijimos que? no\ngrados|cucharada|cucharadas|cucharadita|cucharaditas|receta|hornear|batir
      me guarda|guardas|guardai|guardame|traes|traeme|traiga|separas|separa|separame`,
    ],
  ]),
  idioms: phrases<"figure" | "verb">([
    [
      "figure",
      listed(
        `mil gracias|un millon de gracias|millones de gracias|mil disculpas|mil perdones|mil veces|mil cosas|mil amores|mil maravillas|
        a las mil|mil y una|mil bendiciones|mil abrazos|mil besos|mil felicidades|cien por ciento|cien veces|al cien|ponte al cien`,
      ),
    ],
    ["figure", "me|nos dio|dieron|alcanzo|alcanzó para"],
    [
      "verb",
      `dios le|les|te|se_lo|me? pague|lo_pague|pagara
      pague|pagué|pago|pagó|pagamos|pagaron|salio|salió|costo|costó|cobro|vendio muy? caro|carisimo|carito|cara
      pague|pagó|pagamos|pago|pagar el|los|las pato|platos|consecuencias|noviciado|piso
      debo|debes|debe|debemos|deben|debia|debias un|una|la|mil|unas? disculpa|disculpas|explicacion|explicaciones|favor|favores|respuesta|respuestas|visita|llamada|vida|perdon|mensaje|foto|fotos|abrazo|saludo
      vendi|vendió|vendio|vendieron|compre|compró|compro|compraron el|la|un? pomada|alma|cuento|boleto|pleito|humo
      vendio|vendió el|un? alma|pescado_podrido
      gaste|gasté|gastamos|gastar|invertí|inverti|perdi|perdí|perdimos todo|toda|mucho|mucha? un|una|el|la|mi? tiempo|rato|dia|tarde|manana|noche|saliva|energia|paciencia|palabras|pila|bateria
      te|les|os debo|debemos|pago|compro|vendo|presto\nel pato|los platos_rotos\nse saco|sacó un|una
      toda? la|mucha saliva\nese|el|puro cuento\nme|nos vendieron|vendio la|el|un pesca|pescá|cuento|pomada|humo
      gane|gané|ganamos el cielo|sustos?
      ni un peso\nno vale|tiene un peso|precio\ncobro|cobró vida|venganza|fuerza|sentido|caro
      paga|pagan|pague|pagó|pago con|en la|su|otra? vida|misma_moneda|creces
      gane|gané|ganamos|gano el partido|cielo|campeonato|concurso|amigo|amigos|tiempo|experiencia|kilos|peso`,
    ],
  ]),
  beside: phrases<"figure" | "habit" | "count" | "state" | "behind">([
    [
      "figure",
      `me|le|nos|les|te|se? queda|quedan|quedo|quedó|quedaron|quedaba|quedaban|quedaria|quedarian|resta|restan|sobra|sobran|sobro|sobró|sobraron en|con|a|todavia|aun|pendiente|pendientes|otros|otras?
      saldo|deuda|acumulado|kilometraje|odometro|medidor|lectura|horometro|presupuesto|tope|cupo|meta|avaluo|tasacion anterior|actual|inicial|final|pendiente|previo|previa|es|era|total|nuevo|nueva|quedo|quedó|marca|marcaba|en|de|dice|decia|oficial|fiscal?
      llevo|llevamos|llevaba|llevabamos|va|voy|vamos|iba|ibamos en|como|por
      la otra|ultima vez
      el|la anterior|pasado|pasada? fue|fueron|era|eran|habia_sido|me_salio
      antes\nantes lo|la|los|las|me|nos? a|era|eran|estaba|estaban|costaba|costaban|valia|valian|salia|salian|cobraba|cobraban|pagaba|vendia
      siempre a|lo|la|los|las|son|es|era|eran|sale|salen|cobro|cobra|vendo|cuesta|vale|me?
      lo|la|los|las cobro|vendo|dejo|doy|tengo|cobraba|vendia|dejaba|tenia a|en
      pedia|pedian|pedi|pidio|pidió|pidieron|pedimos|cobraba|cobraban|queria|querian|ofrecia|ofrecian|ofreci|ofrecio|ofreció|ofrecieron
      me|le|nos|les|lo|la|los|las pedia|pedian|pedi|pidio|pidió|pidieron|pedimos|cobraba|cobraban|queria|querian|ofrecia|ofrecian|ofreci|ofrecio|ofreció|ofrecieron|dejaba|daba|daban
      iba|iban|ibamos a pagar|cobrar|cobrarme|cobrarnos|costar|salir|pagarme|pagarnos|dar|darme|vender|gastar|ser
      queria|querian cobrar|cobrarme|vender|vendermelo|pagar|pagarme|darme
      habia|habian|habiamos pedido|cobrado|ofrecido|pasado|cotizado|dicho|presupuestado|quedado|acordado|pagado
      me|nos|le|les habia|habian|habiamos pedido|cobrado|ofrecido|pasado|cotizado|dicho|presupuestado
      quedamos|quedaron|habiamos_quedado|acordamos|convenimos|cotizo|cotizó|cotizaron|cotice|presupuesto|presupuestó|presupueste en|de|por
      costaba|costaban|valia|valian|salia|salian|estaba|estaban|cuesta|vale|valen|cuestan a|en
      debia|debian|debiamos|adeudaba|adeudabamos
      me|le|nos|les debia|debian|debiamos|adeudaba
      se la|lo|las|los? da|deja|vende|vendo|dejo en|a
      con|de|era un|una|el|los? billete|billetes de?\nbillete|billetes|monedas|moneda de\nel resto de|en|con
      precio|valor normal|original|lista|de_lista|real|comercial|anterior|oficial es|era|de?
      en vez|lugar de\nen ves de\nde|del el|un? contrato|presupuesto|proyecto|trabajo|pega|pedido|encargo de\ncontador|medidor|reloj|tablero|odometro|marcador marcaba|marca|indicaba|decia\nde una|la|mi meta|total|deuda|cuenta|credito de
      me|nos pagaron|pago|pagó|pagaba con un|una?
      me|nos|le|les dieron|dio|dió|di vuelto|cambio|vueltos de`,
    ],
    [
      "figure",
      `dolar|uf|euro|blue|utm a|esta|estaba|en
      vuelto|vueltos|cambio de?
      mes|ano|vez|factura|boleta|cuenta pasado|pasada|anterior
      me|le|nos|les? faltan|falta|faltaban|faltaba|faltarian
      pague|pagué|pagamos|pago|pagó con un|una|las|los?
      debe|deben|debia|debian
      le|les llego|llegó|depositaron|depositó|salieron|salio|salió|pagaron|pagó|dieron|costo|costó|cobraron|toco|tocó
      suegra|suegro|mama|papa|hermano|hermana|vecino|vecina|primo|prima|amigo|amiga|tia|tio|hijo|hija gasto|gastó|compro|compró|vendio|vendió|gano|ganó|perdio`,
    ],
    ["habit", "normalmente|habitualmente|generalmente|usualmente\npor lo general\nla etiqueta|app dice|decia|marcaba"],
    [
      "state",
      `es|son|era|eran|fue|fueron|sido|sera|serian|seria|salio|salia
      esta|estan|estaba|estaban|estara|dice|dicen|decia|decian|cuesta|cuestan|costaba|costaban|costado|costo|sale|salen|saldria|vale|valen|valia|valian
      tiene|tienen|tenia|tenian|gana|ganan|cobra|cobran|vende|venden|pide|piden|da|dan|deja|dejan|trae|traen|lleva|llevan|llevaba`,
    ],
    [
      "count",
      `eramos|somos|fuimos|fueron|eran|estuvimos|estabamos|tardamos|tarde|demoramos|demore|trabajamos|trabaje|vinieron|llegaron|anduvimos|caminamos|manejamos|maneje|esperamos|espere como|unos|unas|casi?
      con|entre mis|los|las|nosotros\nsala|grupo|curso|clase|fila|familia de\ncumplio|cumple|cumplió|tiene|tenia\nde rodado|aro|talla|motor|modelo|ano`,
    ],
    [
      "behind",
      `de? vuelto|vueltos|vuelta\nde cambio|saldo|descuento|rebaja|diferencia|ida\nmenos\nen billetes|monedas|caja
      que faltan|falta|faltaban|quedan|queda|sobraron|sobro
      calorias|kcal|watts|revoluciones|seguidores|likes|visitas|vistas|puntos|kilometros|pasajeros|invitados|alumnos|contactos|amigos`,
    ],
  ]),
};
