// The countries and territories of the world that have a telephone prefix of their own, one a line. Sources: ITU-T
// E.164 (prefixes; shared ones split by the national plans), ISO 3166 and 4217 (BG in EUR since 2026, CW and SX in
// XCG since 2025, SL in SLE, ZW in ZWG, PS by its use), IANA (the zone of the capital), CLDR (how numbers are
// written; `_` stands for the space, and where CLDR gives only another script, the habit of trade).
//
// The words: `locale` is the nearest of our packs. Bolivia, Ecuador and Colombia read the Peruvian one (Andean «tú»,
// factura and boleta); Uruguay and Paraguay the Argentine one (voseo); Venezuela, Central America and the Antilles
// the Mexican one; Spain, Andorra and Equatorial Guinea the Chilean one; who writes Portuguese, the Brazilian one.
//
// ISO currency zone locale numbers prefixes. US, CA: by area code, see area-codes.ts. BL and MF dial as GP and keep
// the same books (EUR, the same hour), so +590 need not be asked about.
export const COUNTRIES = `
AD EUR Europe/Andorra es-CL 1.234,5 376
AE AED Asia/Dubai en 1,234.5 971
AF AFN Asia/Kabul en 1,234.5 93
AG XCD America/Antigua en 1,234.5 1268
AI XCD America/Anguilla en 1,234.5 1264
AL ALL Europe/Tirane en 1_234,5 355
AM AMD Asia/Yerevan en 1_234,5 374
AO AOA Africa/Luanda pt-BR 1_234,5 244
AR ARS America/Argentina/Buenos_Aires es-AR 1.234,5 54
AS USD Pacific/Pago_Pago en 1,234.5 1684
AT EUR Europe/Vienna en 1.234,5 43
AU AUD Australia/Sydney en 1,234.5 61
AW AWG America/Aruba en 1.234,5 297
AX EUR Europe/Mariehamn en 1_234,5 35818
AZ AZN Asia/Baku en 1.234,5 994
BA BAM Europe/Sarajevo en 1.234,5 387
BB BBD America/Barbados en 1,234.5 1246
BD BDT Asia/Dhaka en 1,234.5 880
BE EUR Europe/Brussels en 1.234,5 32
BF XOF Africa/Ouagadougou en 1_234,5 226
BG EUR Europe/Sofia en 1_234,5 359
BH BHD Asia/Bahrain en 1,234.5 973
BI BIF Africa/Bujumbura en 1_234,5 257
BJ XOF Africa/Porto-Novo en 1_234,5 229
BL EUR America/St_Barthelemy en 1_234,5
BM BMD Atlantic/Bermuda en 1,234.5 1441
BN BND Asia/Brunei en 1,234.5 673
BO BOB America/La_Paz es-PE 1.234,5 591
BQ USD America/Kralendijk en 1.234,5 5993 5994 5997
BR BRL America/Sao_Paulo pt-BR 1.234,5 55
BS BSD America/Nassau en 1,234.5 1242
BT BTN Asia/Thimphu en 1,234.5 975
BW BWP Africa/Gaborone en 1,234.5 267
BY BYN Europe/Minsk en 1_234,5 375
BZ BZD America/Belize en 1,234.5 501
CA CAD America/Toronto en 1,234.5
CC AUD Indian/Cocos en 1,234.5 6189162
CD CDF Africa/Kinshasa en 1_234,5 243
CF XAF Africa/Bangui en 1_234,5 236
CG XAF Africa/Brazzaville en 1_234,5 242
CH CHF Europe/Zurich en 1'234.5 41
CI XOF Africa/Abidjan en 1_234,5 225
CK NZD Pacific/Rarotonga en 1,234.5 682
CL CLP America/Santiago es-CL 1.234,5 56
CM XAF Africa/Douala en 1_234,5 237
CN CNY Asia/Shanghai en 1,234.5 86
CO COP America/Bogota es-PE 1.234,5 57
CR CRC America/Costa_Rica es-MX 1.234,5 506
CU CUP America/Havana es-MX 1,234.5 53
CV CVE Atlantic/Cape_Verde pt-BR 1_234,5 238
CW XCG America/Curacao en 1.234,5 5999 5996
CX AUD Indian/Christmas en 1,234.5 6189164
CY EUR Asia/Nicosia en 1.234,5 357
CZ CZK Europe/Prague en 1_234,5 420
DE EUR Europe/Berlin en 1.234,5 49
DJ DJF Africa/Djibouti en 1_234,5 253
DK DKK Europe/Copenhagen en 1.234,5 45
DM XCD America/Dominica en 1,234.5 1767
DO DOP America/Santo_Domingo es-MX 1,234.5 1809 1829 1849
DZ DZD Africa/Algiers en 1.234,5 213
EC USD America/Guayaquil es-PE 1.234,5 593
EE EUR Europe/Tallinn en 1_234,5 372
EG EGP Africa/Cairo en 1,234.5 20
EH MAD Africa/El_Aaiun en 1,234.5 2125288 2125289
ER ERN Africa/Asmara en 1,234.5 291
ES EUR Europe/Madrid es-CL 1.234,5 34
ET ETB Africa/Addis_Ababa en 1,234.5 251
FI EUR Europe/Helsinki en 1_234,5 358
FJ FJD Pacific/Fiji en 1,234.5 679
FK FKP Atlantic/Stanley en 1,234.5 500
FM USD Pacific/Pohnpei en 1,234.5 691
FO DKK Atlantic/Faroe en 1.234,5 298
FR EUR Europe/Paris en 1_234,5 33
GA XAF Africa/Libreville en 1_234,5 241
GB GBP Europe/London en 1,234.5 44
GD XCD America/Grenada en 1,234.5 1473
GE GEL Asia/Tbilisi en 1_234,5 995
GF EUR America/Cayenne en 1_234,5 594
GG GBP Europe/Guernsey en 1,234.5 441481 447781 447839 4479111 4479117
GH GHS Africa/Accra en 1,234.5 233
GI GIP Europe/Gibraltar en 1,234.5 350
GL DKK America/Nuuk en 1.234,5 299
GM GMD Africa/Banjul en 1,234.5 220
GN GNF Africa/Conakry en 1_234,5 224
GP EUR America/Guadeloupe en 1_234,5 590
GQ XAF Africa/Malabo es-CL 1.234,5 240
GR EUR Europe/Athens en 1.234,5 30
GT GTQ America/Guatemala es-MX 1,234.5 502
GU USD Pacific/Guam en 1,234.5 1671
GW XOF Africa/Bissau pt-BR 1_234,5 245
GY GYD America/Guyana en 1,234.5 592
HK HKD Asia/Hong_Kong en 1,234.5 852
HN HNL America/Tegucigalpa es-MX 1,234.5 504
HR EUR Europe/Zagreb en 1.234,5 385
HT HTG America/Port-au-Prince en 1,234.5 509
HU HUF Europe/Budapest en 1_234,5 36
ID IDR Asia/Jakarta en 1.234,5 62
IE EUR Europe/Dublin en 1,234.5 353
IL ILS Asia/Jerusalem en 1,234.5 972
IM GBP Europe/Isle_of_Man en 1,234.5 441624 4474576 447524 447624 447924
IN INR Asia/Kolkata en 1,234.5 91
IO USD Indian/Chagos en 1,234.5 246
IQ IQD Asia/Baghdad en 1,234.5 964
IR IRR Asia/Tehran en 1,234.5 98
IS ISK Atlantic/Reykjavik en 1.234,5 354
IT EUR Europe/Rome en 1.234,5 39
JE GBP Europe/Jersey en 1,234.5 441534 447509 4477003 4477007 4477008 447797 447829 447937
JM JMD America/Jamaica en 1,234.5 1876 1658
JO JOD Asia/Amman en 1,234.5 962
JP JPY Asia/Tokyo en 1,234.5 81
KE KES Africa/Nairobi en 1,234.5 254
KG KGS Asia/Bishkek en 1_234,5 996
KH KHR Asia/Phnom_Penh en 1,234.5 855
KI AUD Pacific/Tarawa en 1,234.5 686
KM KMF Indian/Comoro en 1_234,5 269
KN XCD America/St_Kitts en 1,234.5 1869
KP KPW Asia/Pyongyang en 1,234.5 850
KR KRW Asia/Seoul en 1,234.5 82
KW KWD Asia/Kuwait en 1,234.5 965
KY KYD America/Cayman en 1,234.5 1345
KZ KZT Asia/Almaty en 1_234,5 76 77
LA LAK Asia/Vientiane en 1.234,5 856
LB LBP Asia/Beirut en 1,234.5 961
LC XCD America/St_Lucia en 1,234.5 1758
LI CHF Europe/Vaduz en 1'234.5 423
LK LKR Asia/Colombo en 1,234.5 94
LR LRD Africa/Monrovia en 1,234.5 231
LS LSL Africa/Maseru en 1,234.5 266
LT EUR Europe/Vilnius en 1_234,5 370
LU EUR Europe/Luxembourg en 1.234,5 352
LV EUR Europe/Riga en 1_234,5 371
LY LYD Africa/Tripoli en 1.234,5 218
MA MAD Africa/Casablanca en 1.234,5 212
MC EUR Europe/Monaco en 1_234,5 377
MD MDL Europe/Chisinau en 1.234,5 373
ME EUR Europe/Podgorica en 1.234,5 382
MF EUR America/Marigot en 1_234,5
MG MGA Indian/Antananarivo en 1_234,5 261
MH USD Pacific/Majuro en 1,234.5 692
MK MKD Europe/Skopje en 1.234,5 389
ML XOF Africa/Bamako en 1_234,5 223
MM MMK Asia/Yangon en 1,234.5 95
MN MNT Asia/Ulaanbaatar en 1,234.5 976
MO MOP Asia/Macau en 1,234.5 853
MP USD Pacific/Saipan en 1,234.5 1670
MQ EUR America/Martinique en 1_234,5 596
MR MRU Africa/Nouakchott en 1.234,5 222
MS XCD America/Montserrat en 1,234.5 1664
MT EUR Europe/Malta en 1,234.5 356
MU MUR Indian/Mauritius en 1,234.5 230
MV MVR Indian/Maldives en 1,234.5 960
MW MWK Africa/Blantyre en 1,234.5 265
MX MXN America/Mexico_City es-MX 1,234.5 52
MY MYR Asia/Kuala_Lumpur en 1,234.5 60
MZ MZN Africa/Maputo pt-BR 1_234,5 258
NA NAD Africa/Windhoek en 1,234.5 264
NC XPF Pacific/Noumea en 1_234,5 687
NE XOF Africa/Niamey en 1_234,5 227
NF AUD Pacific/Norfolk en 1,234.5 6723
NG NGN Africa/Lagos en 1,234.5 234
NI NIO America/Managua es-MX 1,234.5 505
NL EUR Europe/Amsterdam en 1.234,5 31
NO NOK Europe/Oslo en 1_234,5 47
NP NPR Asia/Kathmandu en 1,234.5 977
NR AUD Pacific/Nauru en 1,234.5 674
NU NZD Pacific/Niue en 1,234.5 683
NZ NZD Pacific/Auckland en 1,234.5 64
OM OMR Asia/Muscat en 1,234.5 968
PA PAB America/Panama es-MX 1,234.5 507
PE PEN America/Lima es-PE 1,234.5 51
PF XPF Pacific/Tahiti en 1_234,5 689
PG PGK Pacific/Port_Moresby en 1,234.5 675
PH PHP Asia/Manila en 1,234.5 63
PK PKR Asia/Karachi en 1,234.5 92
PL PLN Europe/Warsaw en 1_234,5 48
PM EUR America/Miquelon en 1_234,5 508
PR USD America/Puerto_Rico es-MX 1,234.5 1787 1939
PS ILS Asia/Gaza en 1,234.5 970 97256 97259
PT EUR Europe/Lisbon pt-BR 1_234,5 351
PW USD Pacific/Palau en 1,234.5 680
PY PYG America/Asuncion es-AR 1.234,5 595
QA QAR Asia/Qatar en 1,234.5 974
RE EUR Indian/Reunion en 1_234,5 262
RO RON Europe/Bucharest en 1.234,5 40
RS RSD Europe/Belgrade en 1.234,5 381
RU RUB Europe/Moscow en 1_234,5 73 74 78 79
RW RWF Africa/Kigali en 1,234.5 250
SA SAR Asia/Riyadh en 1,234.5 966
SB SBD Pacific/Guadalcanal en 1,234.5 677
SC SCR Indian/Mahe en 1,234.5 248
SD SDG Africa/Khartoum en 1,234.5 249
SE SEK Europe/Stockholm en 1_234,5 46
SG SGD Asia/Singapore en 1,234.5 65
SH SHP Atlantic/St_Helena en 1,234.5 290 247
SI EUR Europe/Ljubljana en 1.234,5 386
SJ NOK Arctic/Longyearbyen en 1_234,5 4779
SK EUR Europe/Bratislava en 1_234,5 421
SL SLE Africa/Freetown en 1,234.5 232
SM EUR Europe/San_Marino en 1.234,5 378
SN XOF Africa/Dakar en 1_234,5 221
SO SOS Africa/Mogadishu en 1,234.5 252
SR SRD America/Paramaribo en 1.234,5 597
SS SSP Africa/Juba en 1,234.5 211
ST STN Africa/Sao_Tome pt-BR 1_234,5 239
SV USD America/El_Salvador es-MX 1,234.5 503
SX XCG America/Lower_Princes en 1,234.5 1721
SY SYP Asia/Damascus en 1,234.5 963
SZ SZL Africa/Mbabane en 1,234.5 268
TC USD America/Grand_Turk en 1,234.5 1649
TD XAF Africa/Ndjamena en 1_234,5 235
TG XOF Africa/Lome en 1_234,5 228
TH THB Asia/Bangkok en 1,234.5 66
TJ TJS Asia/Dushanbe en 1_234,5 992
TK NZD Pacific/Fakaofo en 1,234.5 690
TL USD Asia/Dili pt-BR 1_234,5 670
TM TMT Asia/Ashgabat en 1_234,5 993
TN TND Africa/Tunis en 1.234,5 216
TO TOP Pacific/Tongatapu en 1,234.5 676
TR TRY Europe/Istanbul en 1.234,5 90
TT TTD America/Port_of_Spain en 1,234.5 1868
TV AUD Pacific/Funafuti en 1,234.5 688
TW TWD Asia/Taipei en 1,234.5 886
TZ TZS Africa/Dar_es_Salaam en 1,234.5 255
UA UAH Europe/Kyiv en 1_234,5 380
UG UGX Africa/Kampala en 1,234.5 256
US USD America/New_York en 1,234.5
UY UYU America/Montevideo es-AR 1.234,5 598
UZ UZS Asia/Tashkent en 1_234,5 998
VA EUR Europe/Vatican en 1.234,5 3906698 379
VC XCD America/St_Vincent en 1,234.5 1784
VE VES America/Caracas es-MX 1.234,5 58
VG USD America/Tortola en 1,234.5 1284
VI USD America/St_Thomas en 1,234.5 1340
VN VND Asia/Ho_Chi_Minh en 1.234,5 84
VU VUV Pacific/Efate en 1,234.5 678
WF XPF Pacific/Wallis en 1_234,5 681
WS WST Pacific/Apia en 1,234.5 685
XK EUR Europe/Belgrade en 1_234,5 383
YE YER Asia/Aden en 1,234.5 967
YT EUR Indian/Mayotte en 1_234,5 262269 262639 2627093
ZA ZAR Africa/Johannesburg en 1_234,5 27
ZM ZMW Africa/Lusaka en 1,234.5 260
ZW ZWG Africa/Harare en 1,234.5 263
`;
