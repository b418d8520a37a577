import { setOf } from "../tongue.ts";

/**
 * Given names and nicknames of Chile and its neighbours, folded. Names that are more often another word in talk of money
 * are left out: luz, rosa, sol, julio, vale, chela, segundo.
 */
export const SPANISH_GIVEN_NAMES = setOf(
  `adriana agustin agustina aida ailin alberto alejandra alejandro alfonso alfredo alicia alvaro amalia amanda
  amelia ana anahi anais andrea andres angela angelica angelina anita antonia antonio araceli ariana ariel ariela
  armando arturo ayelen barbara beatriz belen benja benjamin bernarda bernardo berta beto betty braian brayan
  brenda brian bruno bryan byron camila camilita camilo carlita carlitos carlos carmen carmencita carolina cata
  catalina cecilia celia cesar chabela chago charo chavela chavita chayo checo chelo chema chepe christian chucho
  chuy cinthia claudia claudio coni conni constanza corina cote cristhian cristian cristina cristobal cynthia
  dafne damian dani daniel daniela danielita david dayana debora deborah delia denisse diana diego dina dominique
  dylan eder edgar edgardo edison edith edmundo eduardo edwin elba elena eliana elias elmer elsa elvira elvis
  emilia emiliano emilio emma enrique erick erik erika ernesto esteban estefania estefany estela ester esther
  eugenia eugenio eva evelyn fabian fabiana fabiola facundo federico feli felipe fer fernanda fernando fiorella
  florencia fran francisca francisco franklin freddy fredy gabi gabo gabriel gabriela gary genoveva georgina
  geraldine gerardo german gilberto gimena giovanni gisela giselle gladys gloria gonza gonzalo graciela guadalupe
  guille guillermina guillermo gustavo harold haydee hector helena henry herminia hernan hilda hugo huguito
  humberto ignacia ignacio ines ingrid irene irma isa isabel isabella isidora ismael israel ivan ivonne jackeline
  jacqueline jaime jairo janet jani jason javi javier javiera javierita jeannette jefferson jeison jenifer
  jennifer jenny jeremy jesi jessi jessica jesus jhon jhonatan jhonny jimena joaquin jocelyn joel johana johanna
  john johnny jonatan jonathan jonny jordan jorge jorgito jose josefa josefina joselyn josmar josue juan juana
  juancho juancito juanita juanjo judith julia julian juliana julieta karen kari karin karina karla katerine
  katherine kati katy kevin kike kimberly lalo laura lautaro lencho leonardo leonel leonidas leticia leyla lidia
  lili liliana lissette lizbeth lizeth lola lorena lorenzo lourdes luchin luchita luchito lucho lucia luciana
  luciano luis luisa luisito luli lulu luzmila maca macarena magaly magdalena magui maicol maikol maira maite majo
  manolo manuel marce marcela marcelo marcia marco marcos mari maria mariana marianela maribel maricel marilu
  marilyn marina mario maripaz marisol maritza marlene marta martha martin martina maruja marujita mateo mati
  matias matilde mauri mauricio maxi maximiliano mayra mayte meche mechita melanie melina melissa memo micaela
  michael michel migue miguel miguelito mili milton mireya miriam mirna mirta moises moncho moni monica monserrat
  montserrat myriam nachita nacho nadia nahuel nancy nando nano natalia natalie nataly nati naty nayeli nelly
  nelson nestor neto nico nicolas nicole nidia nixon noelia noemi nora norma octavio ofelia olga omar oriana
  orlando oscar osvaldo oswaldo pablo pacho paco pame pamela pancha panchito pancho paola pati pato patricia
  patricio patty paty pau paula pauli paulina pedrito pedro pepa pepe pepito percy pili pipe poli priscila quela
  quique rafa rafael ramiro ramon raquel raul raulito rebeca reinaldo renata renato rene ricardo richi rita
  roberto rodolfo rodri rodrigo rogelio rolando rolo romina ronald ronny rorro rosalia rosana rosario rosaura rosi
  rosita roxana ruben ruth sabrina samanta samuel sandra sandrita santi santiago sara saul scarlett seba sebastian
  sebita selena sergio silvana silvia simon sofi sofia solange sole sonia stephanie steven stiven susana susi
  tamar tamara tania tatiana tavo teo teodoro tere teresa teresita thiago titi tito tomas toni tonito toto
  trinidad tuto ulises valentin valentina valeria vanessa vania vero veronica vicente victor vilma viridiana vivi
  viviana vladimir waldo walter wendy wilfredo william willy wilmer wilson xime ximena yair yamil yanet yaneth
  yasna yeferson yeison yeni yeremi yerko yesenia yesi yessica yohana yola yolanda yordan yorman yoselin yoyo
  yuliana yuri zoila zulema`,
);
