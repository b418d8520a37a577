import fc from "fast-check";
import { expect, test } from "vitest";
import { AREAS } from "#src/tenants/area-codes.ts";
import { COUNTRIES } from "#src/tenants/countries.ts";
import { countryCodes, countryRow, dial } from "#src/tenants/dial-plan.ts";

const ROWS = COUNTRIES.trim().split("\n");
const AREA_LINES = AREAS.trim().split("\n");
const LOCALES = new Set(["es-CL", "es-PE", "es-AR", "es-MX", "en", "pt-BR"]);

/** The 193 members of the United Nations, the two observers, Taiwan and Kosovo. */
const STATES = (
  "AF AL DZ AD AO AG AR AM AU AT AZ BS BH BD BB BY BE BZ BJ BT BO BA BW BR BN BG BF BI CV KH CM CA CF TD CL CN CO KM CG " +
  "CD CR CI HR CU CY CZ DK DJ DM DO EC EG SV GQ ER EE SZ ET FJ FI FR GA GM GE DE GH GR GD GT GN GW GY HT HN HU IS IN ID " +
  "IR IQ IE IL IT JM JP JO KZ KE KI KP KR KW KG LA LV LB LS LR LY LI LT LU MG MW MY MV ML MT MH MR MU MX FM MD MC MN ME " +
  "MA MZ MM NA NR NP NL NZ NI NE NG MK NO OM PK PW PA PG PY PE PH PL PT QA RO RU RW KN LC VC WS SM ST SA SN RS SC SL SG " +
  "SK SI SB SO ZA SS ES LK SD SR SE CH SY TJ TZ TH TL TG TO TT TN TR TM TV UG UA AE GB US UY UZ VU VE VN YE ZM ZW " +
  "VA PS TW XK"
).split(" ");

test("knows 243 countries and territories, every state among them, each once", () => {
  expect(new Set(STATES).size).toBe(197);
  expect(ROWS).toHaveLength(243);
  expect(new Set(countryCodes()).size).toBe(243);
  expect(STATES.filter((state) => countryRow(state) === null)).toEqual([]);
});

test("every line is whole: ISO code, a currency and a zone that exist, a pack of ours, a form of number, prefixes", () => {
  const currencies = new Set(Intl.supportedValuesOf("currency"));
  const wrong = ROWS.filter((row) => {
    const fields = row.split(" ");
    const [currency = "", zone = "", locale = ""] = fields.slice(1);
    return !LINE.test(row) || !currencies.has(currency) || !isZone(zone) || !LOCALES.has(locale);
  });
  expect(wrong).toEqual([]);
});

const LINE = /^[A-Z]{2} [A-Z]{3} \S+ \S+ (1\.234,5|1,234\.5|1_234,5|1'234\.5)( [1-9]\d{0,6})*$/;

test("every line of area codes is whole and belongs to a country of the table", () => {
  const wrong = AREA_LINES.filter((line) => {
    const [country = "", zone = "", bases = "", ...codes] = line.split(" ");
    const isWhole = countryRow(country) !== null && isZone(zone) && /^\d+(,\d+)*$/.test(bases) && codes.length > 0;
    return !isWhole || codes.some((code) => !/^\d{1,4}$/.test(code));
  });
  expect(wrong).toEqual([]);
});

test("no prefix and no area code is claimed twice", () => {
  const prefixes = ROWS.flatMap((row) => row.split(" ").slice(5));
  const areas = AREA_LINES.flatMap((line) => {
    const [, , bases = "", ...codes] = line.split(" ");
    return bases.split(",").flatMap((base) => codes.map((code) => base + code));
  });
  const all = [...prefixes, ...areas];
  expect(all.filter((prefix, i) => all.indexOf(prefix) !== i)).toEqual([]);
});

test.each([
  ["56911111111", "CL"],
  ["51987654321", "PE"],
  ["5491123456789", "AR"],
  ["525512345678", "MX"],
  ["573001234567", "CO"],
  ["593991234567", "EC"],
  ["595981234567", "PY"],
  ["34612345678", "ES"],
  ["12125551234", "US"],
  ["14165551234", "CA"],
  ["15551234567", "US"],
  ["18095551234", "DO"],
  ["18295551234", "DO"],
  ["18495551234", "DO"],
  ["17875551234", "PR"],
  ["19395551234", "PR"],
  ["18765551234", "JM"],
  ["16585551234", "JM"],
  ["18685551234", "TT"],
  ["17215551234", "SX"],
  ["79161234567", "RU"],
  ["77011234567", "KZ"],
  ["447911123456", "GG"],
  ["447400123456", "GB"],
  ["447797123456", "JE"],
  ["447624123456", "IM"],
  ["393401234567", "IT"],
  ["390669812345", "VA"],
  ["4791234567", "NO"],
  ["4779123456", "SJ"],
  ["61412345678", "AU"],
  ["61891641234", "CX"],
  ["61891621234", "CC"],
  ["212612345678", "MA"],
  ["212528812345", "EH"],
  ["262692123456", "RE"],
  ["262639123456", "YT"],
  ["590690123456", "GP"],
  ["59996712345", "CW"],
  ["5993181234", "BQ"],
  ["358401234567", "FI"],
  ["3581812345", "AX"],
  ["970591234567", "PS"],
  ["972591234567", "PS"],
  ["972501234567", "IL"],
  ["38344123456", "XK"],
  ["886912345678", "TW"],
  ["24712345", "SH"],
  ["672312345", "NF"],
])("%s is a number of %s", (phone, country) => {
  expect(dial(phone)).toMatchObject({ country, certain: true });
});

test.each([
  ["18005551234", "US"],
  ["19991234567", "US"],
  ["75001234567", "RU"],
  ["59912345678", "CW"],
  ["67210612345", "NF"],
])("%s is perhaps of %s, and one must ask", (phone, country) => {
  expect(dial(phone)).toMatchObject({ country, certain: false });
});

test.each(["", "0", "883510001234", "870773111632", "210123456", "<FROM>", "constructor"])(
  "%j is nobody's",
  (phone) => {
    expect(dial(phone)).toBeNull();
  },
);

test.each([
  ["16505551234", "America/Los_Angeles"],
  ["13125551234", "America/Chicago"],
  ["18085551234", "Pacific/Honolulu"],
  ["16045551234", "America/Vancouver"],
  ["17095551234", "America/St_Johns"],
  ["5568999990000", "America/Rio_Branco"],
  ["5592999990000", "America/Manaus"],
  ["526641234567", "America/Tijuana"],
  ["5216641234567", "America/Tijuana"],
  ["529981234567", "America/Cancun"],
  ["56612212345", "America/Punta_Arenas"],
  ["34928123456", "Atlantic/Canary"],
  ["73832123456", "Asia/Novosibirsk"],
  ["61891234567", "Australia/Perth"],
  ["61889123456", "Australia/Darwin"],
])("%s tells its zone: %s", (phone, zone) => {
  expect(dial(phone)?.time_zone).toBe(zone);
});

test("takes any text without harm, and its answer depends on the prefix alone", () => {
  fc.assert(
    fc.property(fc.string(), fc.stringMatching(/^\d{0,8}$/), (text, tail) => {
      dial(text);
      expect(dial(`569${tail}`)?.country).toBe("CL");
    }),
  );
});

function isZone(zone: string): boolean {
  try {
    return new Intl.DateTimeFormat("en", { timeZone: zone }).resolvedOptions().timeZone !== "";
  } catch {
    return false;
  }
}
