/**
 * Tickets as mail to Servicedesk. SMTP cannot tell a repetition: when a try ends without an answer, the mail may arrive
 * twice. Both then carry the same Message-ID (RFC 5322, 3.6.4), by which mail systems and people know them as one.
 */
import { createTransport } from 'nodemailer';
import * as z from 'zod';
import type { Store, Ticket } from '../store/store.ts';
import { draftOf } from './block-as-ticket.ts';
import { fingerprint } from './fingerprint.ts';
import { GatewayRefused, GatewayUnavailable, type Delivery, type TicketGateway } from './gateway.ts';
import { keepTicket, receiptFor } from './kept-ticket.ts';
import { ticketSubject, ticketText } from './ticket-text.ts';

export interface MailOptions {
  /** smtp: or smtps: address with the credentials in it. */
  readonly smtpUrl: string;
  readonly from: string;
  readonly to: string;
  /** How long the mail server may stay silent, in milliseconds. */
  readonly timeoutMs: number;
}

const LOOPBACK_HOSTS: readonly string[] = ['localhost', '127.0.0.1', '[::1]'];

/** Sends each ticket as one mail, to another computer only over TLS. The answer goes to the person's own address where the ticket has one. */
export function mailTickets(store: Pick<Store, 'saveTicket'>, { smtpUrl, from, to, timeoutMs }: MailOptions): TicketGateway {
  const timeouts = { connectionTimeout: timeoutMs, greetingTimeout: timeoutMs, socketTimeout: timeoutMs };
  const transport = createTransport({ url: smtpUrl, requireTLS: needsTls(smtpUrl), ...timeouts });
  return {
    name: 'mail',
    open: async (body, delivery) => {
      const ticket = await keepTicket(store, body, delivery);
      await transport.sendMail({ from, to, ...mailOf(ticket, delivery, domainOf(from)) }).catch(explain);
      return receiptFor(ticket, delivery.now());
    },
  };
}

function mailOf({ body, reference, openedAt }: Ticket, { key, signal }: Delivery, domain: string) {
  const draft = draftOf(body);
  const { name, email } = draft.contact;
  return {
    subject: ticketSubject(draft, reference),
    text: ticketText(draft, reference),
    messageId: `<${fingerprint(key)}@${domain}>`,
    date: openedAt,
    priority: draft.urgent ? ('high' as const) : ('normal' as const),
    ...(email !== undefined && { replyTo: { name, address: email } }),
    signal,
  };
}

// By itself smtp: is content with no TLS where the server offers none, and whoever sits in between can take the offer away.
function needsTls(smtpUrl: string): boolean {
  const { hostname, searchParams } = new URL(smtpUrl);
  return !LOOPBACK_HOSTS.includes(hostname) && searchParams.get('ignoreTLS') !== 'true';
}

function domainOf(address: string): string {
  return /@([^\s>@]+)/.exec(address)?.[1] ?? 'localhost';
}

const mailFault = z.object({
  code: z.string().catch('unknown'),
  responseCode: z.number().nullable().catch(null),
  permanent: z.boolean().catch(false),
});

/** Only codes go into the message: the text of an SMTP answer may repeat addresses and credentials. */
function explain(error: unknown): never {
  const { code, responseCode, permanent } = mailFault.parse(error);
  const what = `the mail server: ${code}${responseCode === null ? '' : ` ${responseCode}`}`;
  throw permanent ? new GatewayRefused(`Refused by ${what}`) : new GatewayUnavailable(`No delivery to ${what}`);
}
