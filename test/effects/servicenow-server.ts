/** A ServiceNow instance as its Table API is documented, as far as tickets use it. */
import { startPeer, type Given, type Peer, type Received } from './peer.ts';

interface Row {
  readonly [field: string]: string;
}

export interface ServiceNowServer extends Peer {
  readonly user: string;
  readonly password: string;
  readonly incidents: Row[];
  /** Oldest first. */
  readonly journal: Row[];
  /** How the next requests end, before the ordinary way; `slow` does the work and never answers. */
  readonly faults: (Given | 'slow')[];
  /** Resolves once a `slow` fault has done its work. */
  readonly slowed: Promise<void>;
}

const USER = 'kortboten';
const PASSWORD = 'hemligt-losenord';

export async function startServiceNow(): Promise<ServiceNowServer> {
  const incidents: Row[] = [];
  const journal: Row[] = [];
  const faults: (Given | 'slow')[] = [];
  const { promise: slowed, resolve: hasSlowed } = Promise.withResolvers<undefined>();
  const answer = (request: Received): Given | null => {
    const fault = request.method === 'POST' || faults[0] !== 'slow' ? faults.shift() : undefined;
    if (fault !== undefined && fault !== 'slow') return fault;
    if (!isAuthorized(request)) return { status: 401, body: { error: { message: 'User Not Authenticated' }, status: 'failure' } };
    const given = request.method === 'POST' ? create(incidents, request) : query(request.url, { incident: incidents, sys_journal_field: journal });
    if (fault !== 'slow') return given;
    hasSlowed(undefined);
    return null;
  };
  const peer = await startPeer(answer);
  return { ...peer, user: USER, password: PASSWORD, incidents, journal, faults, slowed };
}

function isAuthorized({ headers }: Received): boolean {
  return headers.authorization === `Basic ${Buffer.from(`${USER}:${PASSWORD}`).toString('base64')}`;
}

function create(incidents: Row[], { body }: Received): Given {
  const count = String(incidents.length + 1);
  const row: Row = { sys_id: count.padStart(32, 'a'), number: `INC${count.padStart(7, '0')}`, state: '1', ...(JSON.parse(body) as Row) };
  incidents.push(row);
  return { status: 201, body: { result: row } };
}

function query(url: URL, tables: Readonly<Record<string, Row[]>>): Given {
  const rows = tables[url.pathname.split('/').at(-1) ?? ''];
  if (rows === undefined) return { status: 404, body: { error: { message: 'Invalid table' }, status: 'failure' } };
  const conditions = (url.searchParams.get('sysparm_query') ?? '').split('^');
  const found = rows.filter((row) => conditions.every((condition) => isMet(condition, row)));
  const sorted = conditions.some((condition) => condition.startsWith('ORDERBYDESC')) ? found.toReversed() : found;
  const fields = (url.searchParams.get('sysparm_fields') ?? '').split(',');
  const result = sorted.map((row) => Object.fromEntries(fields.map((field) => [field, row[field] ?? ''])));
  return { status: 200, body: { result } };
}

// As the real one does, a condition that is not understood is dropped and lets every row through.
function isMet(condition: string, row: Row): boolean {
  const [, field = '', operator = '', value = ''] = /^([a-z_]+?)(=|IN)(.*)$/.exec(condition) ?? [];
  if (operator === '=') return row[field] === value;
  return operator !== 'IN' || value.split(',').includes(row[field] ?? '');
}
