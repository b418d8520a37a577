import { listed, phrases } from "../../words/phrases.ts";

/** What people name when they spend → the category it belongs to. */
export const ENGLISH_EXPENSES = phrases<string>([
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
]);

/** What people are paid for → the category it belongs to. */
export const ENGLISH_INCOMES = phrases<string>([
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
]);
