import { setOf } from "../tongue.ts";

// Of the ten thousand commonest words of the language, of its dictionary and of common names, those that are one letter
// from a word of ours and mean something else: they are never respelled.

export const SPANISH_LOOKALIKES = setOf(
  `cobren cobres cobremos cobrando paguen pagues paguemos pagaste pagaban compren compres compremos compraste gasten gastes
  gastemos gastaste vendan vendas vendamos vendiste reciban recibas deposites depositen transfieras transfieran debas debamos
  compa hijito hijita hijitos
  prestes presten fies fien abones abonen valieron valiendo saliendo costando
  abano abarrote abes abia abiso abobada abogador abonada abonador abonar abondado abondo aboyada aboyado abras
  abrio academica academio acarreto accesorio aceitar aceituna acemite acena acepta acepte aceptor acetite aceto
  aciche acion acondicionada acuarela acuerda acusa adelante adepto adestramiento adeudar adiana adoba adobo
  adorno adquirir adrado aduanar adulta adultos aerea afectado afeitada afeitadera afeitador afeite afice
  afijacion afijamiento afilador afincamiento afirmativa afleitar aflojamiento afona afono agarra agarren agarro
  agora agoso agotado agotar agote agradecer agrado aguda aguja ahogada ahogado ahotado airado ajote alaguna
  alajor alama alara alarmar albanal albani albania albanila alcantarillada alegar alegrar alegre alegria alegro
  alejamiento alera alfalfal alfalfar alfalfe alfambra alfarma alfombrar algund alguno algunos algunt alharma
  aliado aliados alias alicante alienacion aliento alimenta alimenticio alimentos alino alinosa alinoso alisador
  alistado almacena almaceno almaciga almaden almeja almendra almoacen almojabana almuerza alnafe alombra alosa
  alquilar alquile altas aluda alumbre amables amansado amansadora amasadera amasador amasadura amazona american
  americanas americano amoladera amolador amoladura amoldadora amolladora amplificadora amular anade anafea anafre
  anatado andana anden andon aneto angosto angula anilar anillada animadora anito anona anorar anotador anteanoche
  anteojo antibiotica anublar anuncia anzuelo aojamiento aparte apaste aplacacion aposta aposto apostre aprendi
  aprendio aprendiza apretura arada arador aradro arana arandano arbitrio archivos arcillar ardiendo ardilla areas
  arenal arenar arenas arenga argado arido armado armazon arpado arras arrasado arraz arregle arreo arroaz artado
  artesana asada asador asaro aseado asesor asesorar asfaltico asher asnado aspado asta astado atora atrae
  atrapado atrasada atraso atregar atroz aureo autor avancen avenar averna avido avieso avisa avisado ayudan
  ayudar ayudarme ayudas ayude ayudeme ayudo azocar azucari azulejo babero bacin bacina bacteria badan bailon
  bajare balancero balanzar balanzo balata balcon baldon baldosa baleta balin balsa bamba banaba bananal bananar
  banano banar banas bancal bancos banda bandas bando banos banqueta baraca barbacua barbar barbaria barbaro
  barbera barberol barbo barda bardado bardar bares barita baron barra barrada barranca barrar barrica barrito
  barro barroca barron basico basis bastar baste basto basural batera baterias batidera batidor batista batman
  beateria bebda bebeda bebido bela bembona benina berbero berberos berlinesa berniz berra betarrata betica beuna
  billetes bimba bisagra blanca blancas blanco blanquete blonda bloque bloqueo blusa boarda bocana bocha bocin
  bocinar bocona bodego bodon bohordar boina bojar bolas boleo bolera boleras bolero boletar bolillo bolisa bolon
  bolonesa bolsillos bolso bombas bombe bombilla bombo bombon bongo bordada bordador bordadura borde bordear bordo
  borrado borraj borren bosta botas botequin boteria botilla boton botonera bovina braca branca brasar brasca
  braza brecha bridon brisa brochal broche broculi bromas broncha bruto buces buega bujia buleto bunuelo burda
  burra butaca caballo caber cabillo cabina cabio cabra cabras cabrera cabro cabron caceo caceria caceta cachera
  cadente cadera caera cafetero cagado cagon caible caido caiga cajeria cajeta cajilla cajin cajoneria cajonero
  caladera calado calador caladura calcadora calces calchon calco calcomania calda caldeo caldosa caldoso calido
  caliente calientes calladora callo calvo camada camagon camal camarin camaro camaru camaton camba cambara
  cambies cambil cambios cambizo cambo camellon camelo camera camila camina caminador caminas caminero camino
  camisa camisera camison camon camota campano campina campion canada canado canaleta canana canaria canasto
  cancho cancina canco cancon candela candelada candido canelada canelado canelar canelo canera canerla canga
  cania canija canijo canilla canista canonera cansado cansados cansamiento cansina canta cantable cantador
  cantadora canteria cantia cantiga canto canton canucela canuela canula capero capia capilla capita capitan
  capitel capitol capolar carada carado carago caramelo caraota carapa carba carbono carcasa cardero cardo
  careador careo carera carero cargada cargador cargando cargar cargosa cargoso carguen carla carlos carme carmes
  carnea carneada carneas carneo carnicera carnina carnuda carona carpe carpeta carpintera carpo carra carrao
  carrear carrerilla carrero carreta carretaje carretillo carron carros carta cartas cartera casas cascamiento
  casea casera caseto casina casio casta casto categorica caton catorcen causeta causticar caustico caza cebiche
  cebollar cebra cebrado cecina cecion cedro celadora cellar celula cenar cenco centros ceramita cerco cerda
  cerdosa cerdoso cerea cereo cerezal cerido cerina cernada cerne cerpa cerradera cerradora cerraduria cerre
  cerrera cerro certificada certificador cesamiento cesion cespede cesto cetro chaca chacho chaflan chalana
  chaleco chalon chama chamara chamaron chambo chambra champa champuz chancha chanco chanela chanto chapar chape
  chapman chapo chaque chaqueta charal charlar charles charro checa chequen cheques chicas chicha chicle chico
  chifla chilca chimba chinar chinda chine chinga chino chipe chiqueo chiquilla chiquillo chira chirca chirla
  chisa chispa chita choca chochera choclon choco chocolo chofe chola cholo choque chorla chorreo chota chuca
  chuela chufa chula chuleta chumba chuna chuncho chunga churla churro ciaro cibera cieno ciente cientos cierra
  cierren cierro cigarrillo cigarro cilla cimento cinc cinca cincelada cincelado cincelar cincho cincuentaina
  cincuentin cinica cinico cintar cinto cintra cipo cirro ciruela citas claco clara clareo clark claror claros
  clava clise coartadora coartar cobea cobrada cobrador cocaina cocer cocera cochear cochero cochillo cochina
  cochinera cochinero cochinilla cochura cocinar cocineria cocora cocosa cocota codero codina cofina cohortar
  cohorte cojal cojera coladora colchera colchoneta colectiva colero collacion coller coman comando comas comba
  combo comedir comedo comedora comen comento comenzo comere comerical comica comico comido comienza comigo
  comilla comio comistion comoda compana comparado comparar compas complementaria completa completas composta
  comprada comprare comprendo comprensor comprensora compreso compto comuna concentrada concentrador conceto
  concina concreta condado condenada confaccion confies confirmada confirmador confirmando confite confitera
  conformar conforte conforto congelado congio congruo conseguir conserva conservar consolar constable
  constriccion consula consultar consulto consultora consuno conta contadera contado contar contarle contejido
  contenida contera contina contray controla convencio convenido coona cooper copano copas copeo copera copiar
  copiba copilar copina copla coplero copra coran corana corbe corbona corchera corcona cordera corea coreo corete
  coria cornada coronal coronar coronda coronta corpa corporativo corralera correaje correal correar correcho
  corrector corren correon correos correr corres corrida corro corso corta cortadera cortado cortador cortadura
  cortare cortas corten cortinal corto corton cortos coruna corvo cosechar cosechero cosera cosmetico costa costar
  costara costas coste costera costiller coston costra costurero costuron cotar cotillo cotona creado creas credo
  creedor creedora creia creias cremento criador criadora crisantemo crocina croqueta cruenta cuaderno cuado
  cuadras cuadrillo cuadro cuajado cuajara cuantia cuarto cuarton cuartucho cuata cuatri cubero cubiertas cubierto
  cubre cuchilla cuchillon cuentan cuente cuera cuerna cuerno cuerpo cuervo cueto cuica cuidador cuidados cuidando
  cuina cuita cujon culantro culero culta cunero cuneta curanto curdo curro cursi cursor damos danacion dantista
  dauda debamos debera deberian deberias debias debida debimos debio debla deciembre decorada dejaran demos
  dependiente depositador depositaria derecha dermatologia desabollador desamador desarmado desatornillador
  descantar descarnar descarte descinto descolorante descotar deseno despecho despesa destornillado desvolver
  desvuelto detalles devover devuelta devuelva diagnostica diaria diarios diaz dieran diezma dijeron diluente
  dimero dimes dinos diptica directa directo disenado disenso disono dispensa dispensadora distribuidor docientas
  docientos docto doctoral doctorar domanio domesticar domestico domingos dominico doncas dotor droguera ductor
  dudas duenda duendo duenos duerna duerno duplicada echada echador echando edificios efectiva elastica electrodo
  electrogena electronico elemento elevado elevadora ello embotellado embutido empajada empanado empenada empezo
  empieza empinada empleador empresaria encaja encalada enchute encuentran encuentras encuentre encuentro enebro
  energetica energica enfermo enfermosa enfermoso enfrenamiento enjero ensenarme entado entendio enteo entera
  enterada enterado entienda entiende entrador entran entrando entrar entrara entras entrega entregamiento
  entriego envasador envero envido envien envion enviso envite escalar escaleta escaneto escano escapa escapo
  escarpe escoa escobar escobo escoliar escollar escoltar escriban escribana esencial esenia esfolar esmaltador
  especia especial especies espejeo esponja espumar espumea estabilizador estacon estada estadio estafa estampa
  estampada estampador estampido estando estano estate estatico estay estemos esten esterilizadora estetica
  estilita estitica estivo estofa estrado estres estuacion estuante estufar estuve etiqueta exacta exactor
  excelentes excusion experta explicarme extatica extinto extintora extractar extracto fachado fachuda facia facil
  faciles faciliton facturar fallo falso faltar falton fambre familias familio fanal farda faron farro fascal
  febra febrera fecial fenal fenda ferial feriar ferida feridora ferina ferir ferraje ferretera ferro fiador fideo
  fieltro fiera fiero fierra fijada fijado filada filado filete finada finado financiera finesa firmal firman
  firmar firmas firme firmo fitografia fitografica fitografico fitografo flato fletante flora floreal flote
  follero folleta fondac fondeo fondon fondos fontanera foral forma formularia fotocopiar fotografiar fractura
  frambuesa francos frasco frazada freidor freidura freira freire frenillo fresa fresno frigorifico frita
  fritillas fronda fructa fruir frutal frutar frutera frutillar fruto fueran fueras fuero fuerza fulera fumigador
  funcion funcional funcionan funcionar funcione funciones funciono funda fundo funerala furia gafas gaita galan
  galdon galeon galio galla galleo galleta galleteria galletero gallina gallon galpon ganada ganador ganancial
  ganania ganas ganido gantes gaollo garbanzo garda garifo garlon garona garrafal garrofa garzo garzonia gaseoso
  gases gastada gastador gastosa gastoso gatas gatera gates gatito gavilla gayo generadora general generar genero
  genital gesta gesto gestora gimnasia ginecologia giste glasto globo globosa globoso gobierna golosina gomera
  gordos gorro gotero grabador grabando gracia grada gradacion gradilla grado grafia grafio grajo grana granades
  granado grand grande grandez granon grant graso gravar grave greca gredal greno grida grido grifa grifon gripo
  grisa grita griteria grito grondola grosa grupa grupos guabo guadra guaino guaita guamo guando guango guante
  guapo guara guardan guardar guardas guarde guardesa guardian guardo guaria guarida guarra guarreria guaso guasto
  guata guayabal guayabo guido guifa guillotinar guino guira guisa guitar guitarro guite guito gurda gusano gusta
  gustado guste gusto habian habiar habias habil habiz habla habra hacan haceis hacera hacho hacia hallo hallullo
  hambre hamburgues haras haria harian harias harija harnear harona harrado hecha hechor hechos hecto helada
  heladero helador heladora heladura helgado helio heridor hervencia hervido hicieran higienica hijas hilado hills
  hipotecar hipotecaria historia hockey holgar hombres hombro honda honorario hormigo hornera horra hortaliza
  hostil hoya hucho huebos hueco huego huello huelo hueva humita husada husar impresor impuesta incendios
  incorrecta indicio industriar infeccion informa informes ingles iniciar inicuo inorme instilacion insulana
  insume integra interesa interese interruptora invertida invertir jaiba jamona japones jardinera jirel jodas
  jonio jorel jornalera juarda jubon jueces juegas juego jugada jugosa jugoso jugueteo julie junir juntar juntas
  jurado justa laboratorios labro lacteo ladillo ladriello ladrillosa ladrilloso lagos laista laminador laminoso
  lampada lampar lapicero larvado lastar lasto lateria lavada lavador lavandera lecha lechiga lecho lectora
  legadura legra legumbre leista lejas lejio lenta lenteja lento letal letea letor letora letras letrera letura
  levadera levar libero libra libras libre libres licenciar licorera lictor licuor liego lienzo lievar lieve
  lijadura limen limosa limpia limpiadora limpiar limpido limpion limpios lincea linda lineal linear lineas lineo
  linera linfa linon liones liquidez lisar lisor listada listas listeado liston listos litar literia livor llame
  llames llana llano llanota llantar llantera llanto lleco llega llegamos llegar llegaran llegas llenar llenez
  llenos llevara llevare llevaron lleven lleves llueve lobos locas loche locos logis loista loncha losa lotera
  lucencia luchas luche luengo luminadora luminosa maceta machetero madame maderar madero madras madrera madura
  maesilla maestre magana maguera mahonesa mailla majar maletas maletero mallar mallo malos malta mananas manar
  manco mancuerna mandada mandador mandar mandarin mandarina manden mandon mandron maneja manejar maneras manes
  manga mangana manguear manguero mangueta manido manojar manojo manosa manoso manso mantelo manten manteo manuel
  manutencion manzana mapas maquilar maquinal maquinar maracaya maraqueta marcado marrillo marron marsico marso
  marte martilleo masada mascarilla mascota masera masetero masila masilia mason mataria matera mates matreria
  matricular matrimono matronal maya mayar mayora meada mecha media mediado medicamentosa medicamentoso medicar
  medicinal medicinar medida medio medios meismo meitad mejora mejorado melanina mella membranza menor menoria
  mensajera mensula mensural mentiria mercadera mercador mercadoria mercaduria merquen meseta mesias mesilla
  mesines mesmo mesnada mesura metad metalica metilico metra mexico meyor meza mezclar micra micron milla minera
  mirad misera misero misma mismos mizcal mobiliaria mochacha mocil modesta modica modico modos molada moledera
  moledor moledura molina molino molla mondo monitorio morisco moron moroso morra morrion morro morrona morrono
  mortera mostacilla mostazal mostazo mostear mostrado mostradora mostrare motar motero motora movido movio
  muchachas muchacho muchos muestran muestras muestre muita mulata muleta mulla multar multi mundo musica musico
  mutua nafra naochero naranjal naranjo natral natura navaja nebro necesita necesite negativa negocios negra
  negror negros neque neumatica neveria nevero nieve ninas ninear nineria ninero nineta nocha nochebueno nominal
  nominar nomino nosotras notarial notario notoria novena nuche nuevas nuevos numerosa numeroso obligatoria obrera
  obvia ochental ocultista ocupar odontologia oficinal oficinas ofrendar oftalmologia ogros ojalatero oleosa
  oleoso olivar olivia olivo olvidar olvidare olvidarlo olvidas olvidaste olvide olvidelo optico ordenador oretano
  organica organo ornear otras otrosi otubre overo ovillo ovio pacada pacado pacto padre pagadero pagador
  pagamento pagana pagano paganos pagaras pagaria pagarte pagas paginar pagoda paisaje palazo palera paleta paliza
  pallas palomeria palomero palos palpo palto panada panadeo panadera panado panalon pandero pangue panilla panosa
  panoso pantalan papal papayo papaz papeleo papelera papelina paqueo paquetera parada paradina parado parados
  paramos parar paras parate parce parcha pardilla parejas parejo pargo parima parque parra parro partes particula
  pasadas pasadia pasador pasajera pasando pasara pasaran pasarme pasco pasemos pasen pasero pasito pasmada
  pasmado pastar paste pastelear pasteleo pastilla paston pastor pastura pasuda pasudo patada patadas patan patas
  patina paula pausa pausada pausado pautar pavada pavos payada payar pazo pecado pecados pechero pedaje pediatria
  pedidor pedidura pediente pedres pegado pegamiento pegar pegarle pegaso peinada peinador peineta pelaje pelleta
  pello pelta penado penas penon pepino percal percha percheron percibir percibo perdamos perdemos perdido
  perdidos perdio perdis perdiz perejila perero perfecta perfectos perfeto perfida perfilada perifono peris
  peritoneo permico permisa permisor pernio perno perra perras persa perta pesada pesado pesame pescada pescadera
  pescador pescar pesce pestana peste petrolero piada piano picado picara picarda picuda pidas pides piensa pileta
  pilleria pillo pimiento pinata pinato pingo pinito pinta pintar pinton pipita piquete piratas pisa pisada pista
  pisto pistolas pistura pitillo pizarral pizco pizmienta placas plaga plagada plagado plagar plana planchada
  planchador planchar plancheta planco planea planeas planeta planetas planga plantar plante plantia plantilla
  planto plastica platal plataneo platea platino playa plaza pleno plinto plomo plomosa plomoso plumeria plumero
  pocas podadera podador podadura podeis poder podias podiatra podido podra podras polea policlinica polio polla
  pollera polleron pollito polvera pones ponto popel popote porche poroto porrilla porro porte porter posada
  posado posadora posar posca positura posologia posta postar postear postelero postiza postor potente potter poyo
  pozol practicanta pradial precios prefecto premia premiosa premioso premocion prenda prensar prension prepara
  preparo presa presada presado preso presta prestador prestido preston primal primaz primer primos prisco prisma
  priste producta productor proemio profesar profeso profesoral programas promotor prono pronta propao propias
  propinar propios proprio prosupuesto protector protesta proto proximal proximas proyeccion proyecta proyectar
  pruina psicologia psiquiatria puado publicas pudimos puedas pueden puerro puertas puerto puestos pulidor pulla
  pulmones pulsera pulso punos puntura purana qaeda quedado quedaran quedas queden quedes queen quera queramos
  querando quiebro quier quiera quiere quieta quiete quieto quijero quinal quinao quincenal quinceno quino quinola
  quinta quintil quintral quiosco quique quirurgico quiso quista quiste quitar quitas quites racial radal radia
  radiado radiar radical radiografiar radiografica raida raido rallador rallo ramas ramon ramosa ramoso rapido
  raros rayado rayos recargar recargo recata recaudador recaudo recebo receta reciben recibidor recibio recibir
  recibira recio recision rectal rectar recto reduccion refeccion reflejo refraccion regala regalon regina
  registrador regulo reina reitre relatora remache rembolso remedion remedo remesar remisa remiso remoque renga
  rentar rento reparo repartidora repisar repiso repita reportes repoyo repuesta repullo resena resigna resinar
  respuesto resta restaurantes resultada resultando retazo retica retoro retro retulo revencer reverter revisa
  revolucion revolvedor reyes ricote riesgo rieto ringo ripia robos rocas rodas rodilla rodillas rodio rolla
  rollon rondon rosillo rotos rotula royo rubeo rubor rubra rueca ruedas ruedo ruego sabea sabeis sabido sacador
  sacadora sacame sacarla sacarlo sacas sacio sagitaria sagitario sake salada salado salas salce saldar saldran
  saldras saldre saldria salea salera saleron salesa salga salgas salia salica salico salino saliva sallador
  salladora salmo salomon salon salso salta saltada saltador salte salto saluda saludo salva salvado salvame salve
  salvo sanco sandial sandiar sandio sanes sangra sapida saquen saqueo saques saten secadera secretario secretoria
  sectador sectadora segui segur segura seguras seguron sellado selladura semanario seminal seminaria sena senador
  senadora senal senar senara senera senior seniora senoras senoria seora separador separamos sepas septico sereni
  servador servido servidora servilleta sesena sesos setena setica seviche shock siente siento sierro sigo sillar
  sillin simio simon sinico sinoco sintio sirio sirte sirva sirven sirvo sistemas sobadera sobado sobadura socia
  sodio solador soladura solar solas soldado soldados solear solida solidar solio solito solla sollador soltar
  solteron sonado sonadora sonidos sonora soporto stuart subes subete subscripcion substrato sucio sucios
  suculenta suelda suelo suite sulla sumir supuesta surtida surtidor susidio tabacon tabanco tabaqueria tabasco
  tabla tableta tabuco tacho talador tallar talle talonaria tamba tambor taner tango tanido tanques tanta tantas
  tapadera tapadora tapia tapieria tapis taque tarda tardo tarea tareas tarjera tartan tarugo tatas taza tecleado
  tecnicos tejera tejido telefonica telefonos telera telon tempano temprana tendencia tendido tendra tendran
  tendrias tener teneria tenes tenga tenida terciada terciador termas termes termina termino terminos ternero
  terno terrena terreo terrino terruno tesorera testador testadora tiempo tiendas tienta tierras tijeral timbo
  timbre timbrea tinea tinge tintar tintorera tinturar tipejo tipografia tirado tirreno tirulo toballa tocaba
  tocas tocaya tocho tocio tolda toledo tolla toller tomante tomare tomarte tomaste tomemos tomografia tonar tongo
  tonta topografica toral torero torga torgo tormo torna tornado torneador torneo tornera tornillo tortilla tortis
  toruno tostada tostado tostadura trabaja trabajada trabajamos trabajando trabajas trabaje trabajosa trabajoso
  trace tractar tracto trade trago trainera traite trampero transbordadora transferidor trapera traro trasero
  traseros trasferencia trasferir trasparente trasporte trata tratadora tratas tratos trecen trecha trecho
  trecientas trecientos trefe tremo tributario tripero triptico triquete trocha tronero trono tropero trotador
  truco tuerca tumbo tuneria tutora tuvo tuyos uitima uitimo ultimar unciforme unica unicos unido usaba usador
  usamos usando utensilio utilizar vacia vacios vacua vacunar vacuo vagon valer valga valida valija valla valon
  valua vano varias varilla varona vasta vayas vegas vehiculos veinten velado veladora velis vello velon venado
  venas vencedor vencedora vencida vencido vendar vende vendedera venden vendes vendre veneta venga vengas venid
  venida venido venimos ventar verdea verdel verdes verdulera verlas verle verme verne verse versificacion verte
  vestida viaja vicio vicuna vidas vidriosa vidrioso vidro viena viendo vienes vienesa vinatico vince vinillo
  vinimos vinosa vinoso vinta viraje vireo virina virio viron visaje visitar vitamina vivas volador volante vuela
  vuelco vuelto vuelvo vulcanita vulva yanta yebo yesera yogar yusero zaca zala zandia zapatilla zapato zaque zopa
  zopas zurcida zurcidor`,
);
