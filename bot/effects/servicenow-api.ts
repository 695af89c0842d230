/**
 * The parts of ServiceNow's Table API that tickets need.
 * https://www.servicenow.com/docs/r/api-reference/rest-apis/c_TableAPI.html
 */
import * as z from 'zod';
import { readAnswer, send } from './http-request.ts';

export interface ServiceNowAccess {
  readonly url: string;
  /** Needs to create and read the table, and to read sys_journal_field where answers are to be polled. */
  readonly user: string;
  readonly password: string;
  /** `incident`, or a table that extends it. */
  readonly table: string;
}

const RECEIVER = 'ServiceNow';
const INCIDENT_FIELDS = 'sys_id,number,state,correlation_id';
const JOURNAL_FIELDS = 'sys_id,element,element_id,value,sys_created_by';
const MAX_COMMENTS = 1000;

const incident = z.object({ sys_id: z.string(), number: z.string(), state: z.string(), correlation_id: z.string() });
const journalEntry = z.object({ sys_id: z.string(), element: z.string(), element_id: z.string(), value: z.string(), sys_created_by: z.string() });
const created = z.object({ result: incident.pick({ sys_id: true, number: true }) });

export type Incident = z.infer<typeof incident>;
export type JournalEntry = z.infer<typeof journalEntry>;

export interface TableApi {
  /** The incidents with these correlation ids, which must not hold `^` or `,`. */
  find(correlationIds: readonly string[], signal: AbortSignal): Promise<readonly Incident[]>;
  /** Creates an incident and returns its number. */
  create(fields: Readonly<Record<string, string>>, signal: AbortSignal): Promise<string>;
  /** The comments that the caller of these incidents may read, oldest first; never work notes. */
  comments(incidents: readonly string[], signal: AbortSignal): Promise<readonly JournalEntry[]>;
}

export function createTableApi({ url, user, password, table }: ServiceNowAccess): TableApi {
  const headers = {
    authorization: `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`,
    accept: 'application/json',
    'content-type': 'application/json',
  };
  const addressOf = (name: string): URL => new URL(`api/now/table/${encodeURIComponent(name)}`, url.endsWith('/') ? url : `${url}/`);
  const query = async <T>(name: string, shape: z.ZodType<T>, parameters: Record<string, string>, signal: AbortSignal): Promise<readonly T[]> => {
    const address = addressOf(name);
    address.search = new URLSearchParams(parameters).toString();
    const { text } = await send({ receiver: RECEIVER, url: address, method: 'GET', headers, signal });
    return readAnswer(RECEIVER, text, z.object({ result: z.array(shape) })).result;
  };
  return {
    find: async (correlationIds, signal) => {
      const parameters = { sysparm_query: `correlation_idIN${correlationIds.join(',')}`, sysparm_fields: INCIDENT_FIELDS, sysparm_limit: String(correlationIds.length) };
      const found = await query(table, incident, parameters, signal);
      // ServiceNow drops a condition that it does not understand and then returns any rows at all.
      return found.filter(({ correlation_id }) => correlationIds.includes(correlation_id));
    },
    create: async (fields, signal) => {
      const { text } = await send({ receiver: RECEIVER, url: addressOf(table), method: 'POST', headers, body: JSON.stringify(fields), signal });
      return readAnswer(RECEIVER, text, created).result.number;
    },
    comments: async (incidents, signal) => {
      const sysparm_query = `element=comments^element_idIN${incidents.join(',')}^ORDERBYDESCsys_created_on`;
      const parameters = { sysparm_query, sysparm_fields: JOURNAL_FIELDS, sysparm_limit: String(MAX_COMMENTS) };
      const newestFirst = await query('sys_journal_field', journalEntry, parameters, signal);
      // Asked again here for the same reason: a work note must not reach the user.
      return newestFirst.filter(({ element, element_id }) => element === 'comments' && incidents.includes(element_id)).toReversed();
    },
  };
}
