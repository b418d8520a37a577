import { ENGLISH_LOOKALIKES } from "./lookalikes.ts";
import { listed, phrases } from "../phrases.ts";
import { cue, during, metric } from "./building.ts";
import { SPANISH_INJECTIONS } from "./spanish/commands.ts";
import { setOf, type Command, type Cue, type DateWord, type QueryWord, type Tongue } from "./tongue.ts";

const UNITS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

export const ENGLISH: Tongue = {
  name: "en",
  numbers: {
    values: {
      ...Object.fromEntries(UNITS.map((word, i) => [word, i + 1])),
      ...Object.fromEntries(TENS.map((word, i) => [word, i * 10 + 20])),
    },
    and: "and",
    hundreds: setOf("hundred"),
    half: setOf("half"),
    one: setOf("a an one"),
  },
  dates: {
    words: phrases<DateWord>([
      [{ kind: "day", offset: 0 }, "today\nthis morning|afternoon|evening\ntonight"],
      [{ kind: "day", offset: -1 }, "yesterday\nlast night"],
      [{ kind: "day", offset: -2 }, "the? day before yesterday"],
      [{ kind: "day", offset: 1 }, "tomorrow"],
      [{ kind: "day", offset: 2 }, "the? day after tomorrow"],
      [{ kind: "week", offset: -1 }, "last week"],
      [{ kind: "week", offset: 1 }, "next week"],
      [{ kind: "month", offset: -1 }, "last month"],
      [{ kind: "month", offset: 1 }, "next month"],
      [{ kind: "month_end" }, "at|by? the? end of the? month"],
    ]),
    months: {
      january: 1,
      jan: 1,
      february: 2,
      feb: 2,
      march: 3,
      mar: 3,
      april: 4,
      apr: 4,
      june: 6,
      jun: 6,
      july: 7,
      jul: 7,
      august: 8,
      aug: 8,
      september: 9,
      sep: 9,
      sept: 9,
      october: 10,
      oct: 10,
      november: 11,
      nov: 11,
      december: 12,
      dec: 12,
    },
    weekdays: { monday: 1, tuesday: 2, wednesday: 3, thursday: 4, friday: 5, saturday: 6, sunday: 7 },
    ago_before: setOf(""),
    ago_after: setOf("ago"),
    within: setOf("in within"),
    spans: { day: "day", days: "day", week: "week", weeks: "week", month: "month", months: "month" },
    last: setOf("last"),
    next: setOf("next"),
    the: setOf("the on"),
    until: setOf("by until before"),
    since: setOf("since from"),
    of: setOf("of"),
    small: setOf("on this the"),
  },
  names: {
    to: setOf("to for"),
    from: setOf("from of by"),
    at: setOf("at in"),
    articles: setOf("the a an my our"),
    given: setOf("john mary bob jim joe anna tom mike sarah lisa david"),
    titles: setOf("mr mrs ms miss uncle aunt dr brother sister neighbor neighbour"),
    joins: setOf("of the and &"),
    nobody: setOf("client customer somebody someone nobody people me us"),
    legal: setOf("llc inc ltd corp co"),
  },
  cues: phrases<Cue>([
    [cue("spend", "egreso"), "spent|paid|i_paid|we_paid\nhad to pay"],
    [cue("spend", "egreso", { tense: "present", rank: 2 }), "expense|expenses|payment|payments"],
    [cue("buy", "egreso"), "bought|purchased"],
    [cue("buy", "egreso", { tense: "present", rank: 2 }), "purchase"],
    [cue("charged", "egreso"), "charged me|us\nwas|were|got charged"],
    [cue("spend", "egreso", { rank: 1 }), "cost|gave|sent"],
    [cue("sell", "ingreso"), "sold"],
    [cue("sell", "ingreso", { tense: "present", rank: 2 }), "sale|sales"],
    [
      cue("earn", "ingreso"),
      "received|earned|collected|invoiced\ngot|was|were paid\npaid me|us\nreceived|got a payment",
    ],
    [cue("earn", "ingreso", { tense: "present", rank: 2 }), "income|revenue|deposit|tip|tips"],
    [cue("earn", "ingreso", { rank: 1 }), "made|got"],
    [cue("refund", "ingreso"), "refunded me|us\ngot a refund\ngot refunded"],
    [cue("owe", "deuda", { tense: "future", direction: "por_pagar" }), "have|need|has to pay\nmust pay\nwill pay\ndue"],
    [cue("owe", "deuda", { direction: "por_pagar" }), "i|we owe\nowe"],
    [cue("borrow", "deuda", { direction: "por_pagar" }), "borrowed\nlent me|us\ntook a loan"],
    [cue("owed", "deuda", { direction: "por_cobrar" }), "owes|owe|owed me|us\nowes"],
    [cue("owed", "deuda", { tense: "future", direction: "por_cobrar" }), "will|going_to pay me|us\npays me|us"],
    [cue("lend", "deuda", { direction: "por_cobrar" }), "lent|loaned"],
    [cue("sell_on_credit", "deuda", { direction: "por_cobrar" }), "sold on credit"],
    [cue("buy_on_credit", "deuda", { direction: "por_pagar" }), "bought on credit"],
    [cue("settle_out", "egreso", { direction: "por_pagar" }), "paid back|off"],
    [cue("settle_in", "ingreso", { direction: "por_cobrar" }), "paid me|us back"],
    [cue("draw", "egreso"), "took out? for myself\npersonal draw"],
    [cue("move", "transferencia", { rank: 1 }), "transferred|moved|deposited|withdrew"],
  ]),
  on_credit: phrases<true>([[true, "on credit"]]),
  paid_with: phrases<true>([[true, "in|by|with cash|card|transfer|check"]]),
  own_accounts: phrases<true>([[true, "bank|savings|checking|cash|atm\nmy account|savings|bank\nbank account"]]),
  negations: setOf("not never didnt don't"),
  unreal: phrases<true>([[true, "want|wish|would|could|if|costs|quote|budget|should\ngoing to buy|sell|spend"]]),
  expense_categories: phrases<string>([
    [
      "combustible",
      listed(
        `gas|gasoline|fuel|diesel|petrol
        gas station|petrol station|filling station|kerosene|propane for the truck|tank of gas|full tank|gas for the truck|gas for the car|gas for the van|fuel for the van|engine fuel|gas money`,
      ),
    ],
    [
      "alimentacion",
      listed(
        `bread|milk|groceries|food|lunch|dinner|breakfast|coffee|meat|fruit|supermarket|restaurant|pizza
        eggs|cheese|butter|chicken|beef|pork|bacon|ham|sausage|sausages|fish|shrimp|salmon|tuna|seafood|rice|beans|pasta|noodles|potatoes|tomatoes|onions|lettuce|vegetables|veggies|veg|produce|fruits|apples|bananas|oranges|lemons|avocados|sugar|cooking oil|olive oil|honey|sauce|spices|cream|ice cream|yogurt|cake|cakes|cookies|donuts|pastry|pastries|chocolate|candy|snack|snacks|sandwich|sandwiches|burger|burgers|tacos|sushi|salad|soup|takeout|takeaway|meal|meals|team lunch|staff lunch|staff meals|drinks|soda|sodas|juice|beer|beers|wine|whiskey|bottled water|water bottles|tea|bakery|butcher|deli|grocery|grocery store|grocery shopping|diner|cafe|catering lunch|barbecue|bbq`,
      ),
    ],
    [
      "servicios_basicos",
      listed(
        `electricity|power|water|internet|phone|utilities|gas bill
        electric bill|electricity bill|electric|power bill|water bill|light bill|phone bill|phone plan|cell phone bill|cell phone plan|mobile plan|mobile bill|internet bill|wifi|broadband|utility bill|utility bills|sewer|trash pickup|garbage collection|waste collection|landline|cable tv|natural gas|heating bill|alarm monitoring|prepaid phone`,
      ),
    ],
    [
      "arriendo",
      listed(
        `rent
        shop rent|store rent|office rent|booth rent|chair rent|lease|lease payment|storage unit|warehouse rent|coworking|co working|stall rent|stall fee|market stall|equipment rental|rental of|tool rental|table rental|kitchen rental|rent for the shop`,
      ),
    ],
    [
      "sueldos",
      listed(
        `salary|salaries|wages|payroll|employee
        wage|employees|staff|staff wages|worker|workers|helper|helpers|assistant|cashier|waiter|waitress|waiters|bartender|cook|cooks|chef|driver|drivers|cleaner|cleaners|nanny|babysitter|laborer|laborers|labor|labour|subcontractor|subcontractors|contractor|contractors|freelancer|freelancers|intern|overtime|bonus for the staff|holiday pay|severance|social security|pension contributions|payroll service|day labor`,
      ),
    ],
    [
      "impuestos",
      listed(
        `tax|taxes
        income tax|sales tax|property tax|payroll tax|estimated taxes|quarterly taxes|self employment tax|vat|vat return|gst|council tax|business rates|business license|license fee|permit|permits|food permit|health permit|vehicle registration|car registration|customs duty|customs|stamp duty|notary|irs|hmrc`,
      ),
    ],
    [
      "transporte",
      listed(
        `uber|taxi|bus|train|toll|parking|shipping|freight
        tolls|cab|cabs|lyft|subway|metro|bus fare|bus ticket|bus tickets|train ticket|train tickets|train fare|fare|fares|flight|flights|plane ticket|plane tickets|airfare|ferry|parking meter|parking fee|parking lot|parking ticket|postage|courier|delivery fee|delivery fees|delivery charge|shipping costs|shipping label|shipping labels|moving truck|moving van|movers|tow truck|towing|mileage|ride|rides`,
      ),
    ],
    [
      "insumos",
      listed(
        `supplies|materials|flour|fabric|packaging|inventory|stock|supplier
        material|raw materials|ingredients|yeast|baking powder|food coloring|vanilla extract|cake boxes|boxes|pizza boxes|cardboard boxes|bags|paper bags|plastic bags|trash bags|cups|paper cups|plastic cups|lids|napkins|paper plates|straws|containers|takeout containers|jars|bottles|bubble wrap|packing tape|tape|labels|stickers for the jars|foil|cling film|wrapping paper|thread|yarn|wool|zippers|buttons|needles|leather|cloth|fabrics|lumber|wood|timber|plywood|drywall|cement|concrete|sand|gravel|bricks|tiles|grout|paint|paints|primer|brushes|paint brushes|rollers|sandpaper|glue|silicone|nails|screws|bolts|nuts and bolts|pipes|pvc pipe|fittings|wire|wiring|cables|outlets|light bulbs|bulbs|batteries|hardware store|hardware|nail polish|gel polish|acrylic powder|acetone|hair dye|hair color|shampoo|conditioner|wax|lashes|gloves|masks|towels|disinfectant|sanitizer|cleaning supplies|cleaning products|bleach|detergent|soap|mop|broom|paper towels|toilet paper|office supplies|stationery|printer paper|paper|ink|toner|pens|notebooks|envelopes|dog food|cat food|pet food|cat litter|feed|animal feed|hay|seeds|fertilizer|compost|soil|mulch|pots|plants|flowers|candles|ice|charcoal|firewood|merchandise|wholesale|wholesaler|parts|spare parts|auto parts|vinyl|uniforms|uniform|aprons|apron|safety boots|hard hats|bait`,
      ),
    ],
    [
      "mantencion",
      listed(
        `repair|repairs|maintenance|mechanic|plumber
        plumbing|electrician|handyman|carpenter|locksmith|painter|gardener|landscaper|roofer|technician|oil change|tire|tires|tyre|tyres|new tires|flat tire|brakes|brake pads|alignment|tune up|car wash|car repair|truck repair|car service|inspection|mot|smog check|pest control|exterminator|drain cleaning|septic|renovation|remodel|roof repair|ac repair|screen repair|key copy|keys cut|spare key|lawn care|laundry|dry cleaning|window cleaning|knife sharpening|fix the|fixing the`,
      ),
    ],
    [
      "marketing",
      listed(
        `ads|advertising|marketing|flyers
        ad|advert|adverts|advertisement|facebook ads|instagram ads|google ads|tiktok ads|meta ads|flyer|leaflets|brochure|brochures|posters|poster|banner|banners|signage|sign for the shop|shop sign|store sign|billboard|business cards|logo|logo design|graphic design|graphic designer|designer|web design|website design|website|seo|influencer|photographer|photo shoot|photoshoot|promo video|social media|social media manager|promotion|promotions|sponsored post|branding|stickers|radio ad|newspaper ad|promotional items|giveaway`,
      ),
    ],
    [
      "equipamiento",
      listed(
        `computer|laptop|printer|tools|machine|equipment|furniture
        computers|desktop|tablet|ipad|iphone|new phone|monitor|keyboard|mouse|router|hard drive|camera|cameras|security camera|security cameras|microphone|headphones|speaker|speakers|projector|tv|scanner|barcode scanner|cash register|scale|scales|machines|tool|drill|saw|hammer|ladder|wrench|screwdriver|sander|welder|compressor|generator|pressure washer|lawn mower|mower|chainsaw|wheelbarrow|trailer|oven|stove|fryer|deep fryer|mixer|blender|fridge|refrigerator|freezer|dishwasher|microwave|toaster|coffee machine|espresso machine|coffee maker|grill|griddle|pots and pans|pans|knives|utensils|display case|counter|shelf|shelves|shelving|rack|racks|table|tables|chair|chairs|desk|desks|couch|sofa|mirror|mirrors|lamp|lamps|curtains|tent|canopy|massage table|barber chair|salon chair|clippers|scissors|hair dryer|sewing machine|washing machine|washer|dryer|heater|air conditioner|fan|fans|fire extinguisher|mannequin|whiteboard|treadmill|dumbbells|food truck|food cart`,
      ),
    ],
    [
      "financieros",
      listed(
        `interest|fee|fees|loan|insurance
        bank fee|bank fees|bank charge|bank charges|card fee|card fees|credit card fee|credit card fees|processing fee|processing fees|transaction fee|transaction fees|stripe fees|paypal fees|square fees|late fee|late fees|overdraft|overdraft fee|loan payment|loan repayment|car loan|car payment|truck payment|mortgage|credit card|credit card bill|car insurance|truck insurance|van insurance|liability insurance|business insurance|shop insurance|insurance premium|wire fee|commission|commissions|line of credit`,
      ),
    ],
    [
      "suscripciones",
      listed(
        `subscription|netflix|spotify|hosting|software
        subscriptions|membership|gym|gym membership|web hosting|domain|domain name|domain renewal|app|apps|icloud|google drive|google one|google workspace|dropbox|microsoft 365|office 365|microsoft office|adobe|photoshop|canva|figma|notion|zoom|slack|chatgpt|openai|quickbooks|xero|shopify|squarespace|wordpress|mailchimp|youtube premium|amazon prime|prime video|disney plus|hulu|hbo max|apple music|audible|antivirus|vpn|license renewal|software license|pos system|booking system`,
      ),
    ],
    [
      "salud",
      listed(
        `doctor|dentist|medicine|pharmacy
        medicines|medication|medications|meds|prescription|prescriptions|pills|vitamins|hospital|clinic|doctors visit|doctor visit|doctor appointment|dentist appointment|medical|medical bill|checkup|check up|blood test|x ray|vaccine|vaccines|therapy|therapist|psychologist|physio|physiotherapy|physical therapy|chiropractor|optician|eye exam|glasses|contact lenses|health insurance|dental|dental insurance|vet|vet bill|veterinarian|first aid kit|copay`,
      ),
    ],
    [
      "retiros",
      listed(
        `owner draw|owners draw|personal use|personal expenses|personal expense|family expenses|household expenses|personal withdrawal`,
      ),
    ],
    [
      "otros_gastos",
      listed(
        `gift|gifts|donation|donations|charity|tithe|school|tuition|daycare|course|courses|training|workshop|seminar|lawyer|attorney|accountant|bookkeeper|legal fees|accounting fees|fine|fines|speeding ticket|hotel|airbnb|lodging|funeral`,
      ),
    ],
  ]),
  income_categories: phrases<string>([
    [
      "servicios",
      listed(
        `service|services|lesson|lessons|haircut|repair|consulting|work|cleaning
        haircuts|hair cut|cut and color|hair color|coloring|highlights|balayage|blowout|braids|extensions|beard trim|shave|manicure|manicures|pedicure|pedicures|nails|gel nails|acrylic nails|nail set|full set|lash extensions|lashes|eyebrows|brows|waxing|facial|facials|makeup|massage|massages|tattoo|tattoos|piercing|repairs|fixing|screen repair|phone repair|oil change|tire change|diagnostic|installation|installations|install|plumbing|plumbing job|electrical work|carpentry|painting|painting job|paint job|remodel|remodeling|renovation|construction|landscaping|lawn mowing|mowing|mowing lawns|gardening|yard work|tree trimming|house cleaning|office cleaning|deep clean|cleanings|cleaning job|pressure washing|window washing|car wash|car detailing|detailing|laundry|ironing|alterations|alteration|hemming|sewing|embroidery|printing|copies|photocopies|design|designs|logo|logo design|website|websites|web design|web development|programming|coding|app development|social media management|photo shoot|photoshoot|photography|photos|wedding photos|video editing|videography|translation|translations|editing|writing|copywriting|bookkeeping|tax preparation|consultation|consultations|consultancy|coaching|mentoring|session|sessions|therapy session|tutoring|piano lessons|guitar lessons|english lessons|class|classes|workshop|workshops|course|courses|training|personal training|membership|memberships|monthly fee|tuition|registration fee|catering|event|events|wedding|weddings|birthday party|dj|dj set|gig|gigs|show|shows|performance|decoration|party rental|table rental|chair rental|delivery|deliveries|moving job|hauling|ride|rides|airport ride|trip|trips|fare|fares|uber|lyft|dog walking|dog grooming|grooming|pet sitting|babysitting|childcare|elder care|labor|labour|job|jobs|side job|handyman work|freelance|freelance work|freelance gig|project|projects|retainer|key copies|locksmith job`,
      ),
    ],
    [
      "ventas",
      listed(
        `sale|sales|bread|cake|cakes|cupcakes|cookies|pies|pastries|donuts|sandwiches|burgers|tacos|pizza|pizzas|lunches|meals|plates|coffee|drinks|juice|lemonade|beer|fruit|vegetables|eggs|honey|cheese|meat|fish|flowers|bouquet|bouquets|plants|candles|soap|soaps|jewelry|necklaces|earrings|clothes|clothing|shirts|shirt|tshirts|dresses|dress|shoes|sneakers|hats|crafts|art prints|paintings|furniture|toys|books|cosmetics|perfume|firewood|products|merchandise|goods|order|orders|customer|customers|client|clients`,
      ),
    ],
    [
      "otros_ingresos",
      listed(
        `interest|refund|gift|prize
        refunds|tax refund|rebate|reimbursement|reimbursements|cashback|cash back|rental income|rent|dividends|dividend|grant|grants|scholarship|inheritance|donation|donations|tip|tips|salary|paycheck|pension|unemployment|child support|insurance payout|insurance claim|stimulus|bonus|gifts|award|lottery`,
      ),
    ],
  ]),
  document_words: setOf("invoice receipt order number phone room apt unit check form ssn ein"),
  number_signs: setOf("no num number #"),
  measures: setOf(
    "kg lb lbs oz g l liter liters gallon gallons unit units box boxes dozen day days week weeks month months year years hour hours h times people pm am ft miles",
  ),
  each: phrases<true>([[true, "each|apiece\nper|a|an unit|piece|hour|pound|box|kilo"]]),
  at_price: setOf("at for @ x"),
  total: setOf("total"),
  range: setOf("or between"),
  tax: phrases<"added" | "included">([
    ["added", "plus tax"],
    ["included", "tax included"],
  ]),
  fillers: setOf(
    `a an the of to for from in on at by with and or i we my our me us it that this was were is some about around almost please hi hello
     add record total more just also today new back then as cash card dollars`,
  ),
  separators: setOf("and plus then also"),
  commands: phrases<Command>([
    ["saludo", "hi|hello|hey|hola\ngood morning|afternoon|evening|night\nhow are you"],
    ["ayuda", "help|menu|commands\nwhat can you do\nhow does it|this work"],
    ["si", "yes|yep|yeah|ok|okay|sure|correct|confirm|right|👍|✅\nthat is|s right\nlooks good"],
    ["no", "no|nope|cancel|wrong|👎|❌\nno thanks"],
    ["gracias", "thanks|great|nice\nthank you"],
    ["despedida", "bye|goodbye\nsee you"],
    ["borrar", "delete|undo|remove|erase\ndelete|undo|remove|erase it|that|the_last_one|last"],
  ]),
  corrections: phrases<"change" | "mistake">([
    [
      "change",
      "no it was\nmake it\nthat was\nit was\nwas|were\nactually\ni meant\nchange|correct|fix it? to?\nyes but\nsorry\nthe category is|was\nthe amount is|was",
    ],
    ["mistake", "that|it is|s wrong\nwrong"],
  ]),
  copulas: setOf("was were is"),
  interrogatives: setOf("how what who whom which when where why"),
  queries: phrases<QueryWord>([
    metric("saldo", 5, "balance|cash\nhow much money|cash? do i|we have\nhow much have i|we"),
    metric("resumen", 4, "summary|report\nhow am i|are_we doing\nhow did i|we do"),
    metric("resultado", 6, "profit|profits|earnings"),
    metric("egresos", 5, "expenses|spending\nhow much did|have i|we spend|spent|pay|paid"),
    metric("egresos_por_categoria", 7, "expenses|spending by category\nwhat did i|we spend on"),
    metric("ingresos", 5, "sales|income|revenue\nhow much did|have i|we sell|sold|make|made|earn|earned"),
    metric("por_cobrar", 8, "who owes me|us money?\nhow much am i owed\nreceivables"),
    metric("por_pagar", 8, "how much|whom|who|what do i|we owe\npayables|debts"),
    metric("vencimientos", 9, "what is|s due\nupcoming payments"),
    metric("listado", 6, "list|history|transactions|entries\nlast entries|transactions"),
    metric("exportar", 9, "export|excel|csv|download|spreadsheet"),
    during("today", "today"),
    during("yesterday", "yesterday"),
    during("this_week", "this week"),
    during("last_week", "last week"),
    during("this_month", "this month"),
    during("last_month", "last month"),
    during("this_year", "this year"),
  ]),
  injections: SPANISH_INJECTIONS,
  lookalikes: ENGLISH_LOOKALIKES,
  shorthand: { u: "you", thx: "thanks", pls: "please" },
};
