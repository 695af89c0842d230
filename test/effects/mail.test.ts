import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { inspect } from 'node:util';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { describe, expect, it, onTestFinished } from 'vitest';
import { GatewayRefused, GatewayUnavailable } from '../../bot/effects/gateway.ts';
import { mailTickets } from '../../bot/effects/mail.ts';
import type { Store } from '../../bot/store/store.ts';
import { blockRequest, clockAt, delivery, temporaryStore, ticket } from './setting.ts';

const FROM = 'Kortboten <kortboten@example.test>';
const TO = 'servicedesk@example.test';
const PASSWORD = 'hemligt-losenord';
const body = { kind: 'ticket' as const, ticket: ticket() };

interface MailServer {
  readonly port: number;
  readonly mails: string[];
}

async function startMailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const mails: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    allowInsecureAuth: true,
    onData: (stream, _session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(Buffer.concat(chunks).toString('utf8'));
        done();
      });
    },
    ...options,
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(resolve)));
  return { port: (server.server.address() as AddressInfo).port, mails };
}

function gatewayTo(port: number, store: Pick<Store, 'saveTicket'>, timeoutMs = 2000): ReturnType<typeof mailTickets> {
  return mailTickets(store, { smtpUrl: `smtp://127.0.0.1:${port}`, from: FROM, to: TO, timeoutMs });
}

/** The mail with folded header lines joined and quoted-printable undone. */
function decoded(mail = ''): string {
  const unfolded = mail.replace(/\r\n[ \t]/g, ' ').replace(/=\r\n/g, '');
  const bytes = unfolded.replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

describe('tickets by mail', () => {
  it('reach Servicedesk with the reference, the text, and the user to answer to', async () => {
    const { port, mails } = await startMailServer();
    const store = await temporaryStore();
    const settlement = await gatewayTo(port, store).open(body, delivery('a'));
    const [kept] = await store.listTickets(null, 10);
    expect(settlement).toMatchObject({ ok: true, outcome: 'registered', reference: kept?.reference });
    const mail = decoded(mails[0]);
    expect(mail).toContain(`Subject: ${kept?.reference ?? ''} Kan inte logga in`);
    expect(mail).toContain('To: servicedesk@example.test');
    expect(mail).toContain('Reply-To: Anna Testsson <anna.testsson@example.test>');
    expect(mail).toContain('Inloggningen säger att certifikatet saknas.');
  });

  it('carry the same Message-ID at every try, and another one for another ticket', async () => {
    const { port, mails } = await startMailServer();
    const gateway = gatewayTo(port, await temporaryStore());
    for (const key of ['a', 'a', 'b']) await gateway.open(body, delivery(key));
    const [first, again, other] = mails.map((mail) => /^Message-ID: (<[0-9a-f]{32}@example\.test>)/im.exec(mail)?.[1]);
    expect(first).toBeDefined();
    expect(again).toBe(first);
    expect(other).not.toBe(first);
  });

  it('are marked as urgent where a card is to be blocked', async () => {
    const { port, mails } = await startMailServer();
    const settlement = await gatewayTo(port, await temporaryStore()).open({ kind: 'block', request: blockRequest() }, delivery('a'));
    expect(settlement).toMatchObject({ ok: true, outcome: 'requested' });
    expect(mails[0]).toContain('X-Priority: 1');
  });

  it('let nobody add headers or recipients by what they write', async () => {
    const { port, mails } = await startMailServer();
    const contact = { name: 'Anna\r\nBcc: annan@example.test', email: 'anna@example.test\r\nBcc: annan@example.test' };
    const hostile = ticket({ subject: 'Hej\r\nBcc: annan@example.test', contact });
    await gatewayTo(port, await temporaryStore()).open({ kind: 'ticket', ticket: hostile }, delivery('a'));
    const [headers = ''] = (mails[0] ?? '').split('\r\n\r\n');
    expect(headers).not.toMatch(/^Bcc:/im);
  });

  it('are refused by a permanent answer', async () => {
    const { port } = await startMailServer({ onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no such user'), { responseCode: 550 })) });
    const refusal = await gatewayTo(port, await temporaryStore()).open(body, delivery('a')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GatewayRefused);
    expect(String(refusal)).toContain('550');
  });

  it('come again after a temporary answer', async () => {
    const { port } = await startMailServer({ onMailFrom: (_address, _session, done) => done(Object.assign(new Error('later'), { responseCode: 451 })) });
    await expect(gatewayTo(port, await temporaryStore()).open(body, delivery('a'))).rejects.toBeInstanceOf(GatewayUnavailable);
  });

  it('name no password when the login fails', async () => {
    const { port } = await startMailServer({ authOptional: false, onAuth: (auth, _session, done) => done(new Error(`bad password ${auth.password ?? ''}`)) });
    const gateway = mailTickets(await temporaryStore(), { smtpUrl: `smtp://boten:${PASSWORD}@127.0.0.1:${port}`, from: FROM, to: TO, timeoutMs: 2000 });
    const refusal = await gateway.open(body, delivery('a')).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(GatewayRefused);
    expect(String(refusal)).toBe('GatewayRefused: Refused by the mail server: EAUTH 535');
    expect(inspect(refusal)).not.toContain(PASSWORD);
  });

  it('do not leave this computer in the clear, unless the operator says so', async () => {
    const { port, mails } = await startMailServer();
    // An address of this computer that is not written as one.
    const smtpUrl = `smtp://0.0.0.0:${port}`;
    const to = (url: string) => ({ smtpUrl: url, from: FROM, to: TO, timeoutMs: 2000 });
    await expect(mailTickets(await temporaryStore(), to(smtpUrl)).open(body, delivery('a'))).rejects.toThrow('ETLS');
    expect(mails).toEqual([]);
    await mailTickets(await temporaryStore(), to(`${smtpUrl}?ignoreTLS=true`)).open(body, delivery('a'));
    expect(mails).toHaveLength(1);
  });

  it('are cut off when the mail server says nothing', async () => {
    const silent = createServer();
    await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void silent.close());
    const gateway = gatewayTo((silent.address() as AddressInfo).port, await temporaryStore(), 100);
    await expect(gateway.open(body, delivery('a'))).rejects.toBeInstanceOf(GatewayUnavailable);
  });

  it('heed the signal of the try', async () => {
    const { port } = await startMailServer({ onConnect: () => undefined });
    const gateway = gatewayTo(port, await temporaryStore(), 60_000);
    await expect(gateway.open(body, delivery('a', clockAt(), AbortSignal.timeout(100)))).rejects.toBeInstanceOf(GatewayUnavailable);
  });
});
