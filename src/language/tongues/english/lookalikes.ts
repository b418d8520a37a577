import { setOf } from "../tongue.ts";

// Of the ten thousand commonest words of the language, of its dictionary and of common names, those that are one letter
// from a word of ours and mean something else: they are never respelled.

export const ENGLISH_LOOKALIKES = setOf(
  `aaron advertisements airports animals applies apply appointments attorneys awards aware backing baker balanced
  balls banana banking banned beach beads bears beats belts better billy blake blond bloody board boats bonds
  bones bookings boost boot booty both boxed brands brave breach breed brick broad broke brook brooks brought
  brown browse burner butler button candle canvas cases cashiers cent chain chains chance changed changes charger
  chargers charles checks chick chile choir chuck cindy claims clarity clear clinics coach cock cocks collections
  colon colors colour coming command compute computed contacts container contract contribution controls cookie
  cooling copied cosmetic costa councils counted counters craft credits custom deleted delhi deliver delivers
  denial dentists deposits designed designers desktops developments disks displays divided domains downloads drawn
  dressed drink driven drives drove earning eating employed employer employers engines envelope estimate estimates
  expert exports extension faces falling farms fifth fight files filing finds finest fires fitting fixes floor
  flower forth freeze fully garage generators giant giants gods grand graphics grave group growth guitars header
  heading healing healthy hearing hearings heated heath heather height helped highlight holidays horse hospitals
  hostel hotels households houses include includes influence influenced influences inspections inter interests
  keyboards lampa landscape landscapes laptops latter launch launches lawyers layer least leave lemon letter
  licence licensed licenses lights locks logging makers makes manage managed managers marked marker markets marks
  marsh match means mechanics median meditation messages metals meters meyer mixed mobiles monitors monkey
  mortgages moves nancy nation naturals necklace needle newspapers nights notebook officer offices older oliver
  onion orange outlet owned painted papers paris parks partly paste patrol payable pensions performances personals
  phones photograph photographers photographs picking place places planes planet planets plans plant plastics
  plate point pointer pointing points polls porter ports posted potter powers price print printed printers prizes
  produced producer produces product projectors properly protect purchases radios ranks rated ratio rebates
  receive receiver receives relate removed rentals reports restaurants retailer retained returns revenues rider
  riders rights rise rocks roller roster route routers routes safely salas save scanned scanners scholarships
  schools score screens screw seeing seeks seems seminars sender sending sends setting seventh shade shake shall
  shame shape shaved shell shift shock shore short shorts shot shown silicon sixth skirt skirts slave small space
  spaces sparc speeds spice spies stack stamps stations stay steve steven stick sticker still stocks stopping
  stored stores storm story strike strip stripes strips stuck stuff supports swing systems tales tanks tells there
  think thinks threads threat timer tired title titles tones tower towers track trailers trainer trains trick
  tries trucks trunk tuner types vegetable vehicles videos visits vitamin waiting waiver walter waters watt waves
  welding windows wishing worked writer writers writings`,
);
