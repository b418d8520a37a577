/** An entry as `GET /api/ledger/entries` shows it; only what the judge needs. */
export type BookedEntry = { seq: number; amountMinor: number };

/** What every phone has in its books, oldest first; a phone without a tenant has nothing. */
export type Books = Map<string, BookedEntry[]>;

type Api = { baseUrl: string; operatorToken: string };

const READERS = 8;
const PAGE = 200;

/** Reads all books over HTTP: the state on the disk belongs to the server as long as it runs. */
export async function readBooks(api: Api, phones: readonly string[], tokens: Map<string, string>): Promise<Books> {
  const books: Books = new Map();
  const waiting = [...phones];
  const reader = async (): Promise<void> => {
    for (let phone = waiting.pop(); phone !== undefined; phone = waiting.pop()) {
      const token = tokens.get(phone) ?? (await tokenFor(api, phone));
      if (token !== null) tokens.set(phone, token);
      books.set(phone, token === null ? [] : await entriesOf(api, token));
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  return books;
}

async function tokenFor({ baseUrl, operatorToken }: Api, phone: string): Promise<string | null> {
  const response = await fetch(`${baseUrl}/api/operator/tokens`, {
    method: "POST",
    headers: { authorization: `Bearer ${operatorToken}`, "content-type": "application/json" },
    body: JSON.stringify({ phone, role: "owner" }),
  });
  if (response.status === 404) return null;
  if (!response.ok) throw new Error(`POST /api/operator/tokens: ${response.status} ${await response.text()}`);
  return (await response.json<{ token: string }>()).token;
}

async function entriesOf({ baseUrl }: Api, token: string): Promise<BookedEntry[]> {
  const entries: BookedEntry[] = [];
  let cursor: string | null = null;
  do {
    const query = new URLSearchParams({ limit: String(PAGE), ...(cursor === null ? {} : { cursor }) });
    const response = await fetch(`${baseUrl}/api/ledger/entries?${query.toString()}`, {
      headers: { authorization: `Bearer ${token}` },
    });
    if (!response.ok) throw new Error(`GET /api/ledger/entries: ${response.status} ${await response.text()}`);
    const page = await response.json<Page>();
    entries.push(...page.entries.map(({ seq, amount_minor }) => ({ seq, amountMinor: amount_minor })));
    cursor = page.next_cursor;
  } while (cursor !== null);
  return entries.toSorted((a, b) => a.seq - b.seq);
}

type Page = { entries: { seq: number; amount_minor: number }[]; next_cursor: string | null };
