import { describe, expect, it } from 'vitest';
import { blockAsTicket } from '../../bot/effects/block-as-ticket.ts';
import { ticketSubject, ticketText } from '../../bot/effects/ticket-text.ts';
import { en } from '../../bot/effects/ticket-words.en.ts';
import { sv } from '../../bot/effects/ticket-words.sv.ts';
import { blockRequest, ticket } from './setting.ts';

const reporter = { name: 'Cia Exempel', phone: '0701-740607' };

describe('a block request as a ticket', () => {
  it('is urgent and says whose card it is about, what happened and when', () => {
    const draft = blockAsTicket(blockRequest());
    expect(draft).toMatchObject({ urgent: true, category: 'card-lost', subject: sv.blockSubject('Bo Provberg') });
    expect(draft.description).toContain(`${sv.event}: ${sv.events.stolen}`);
    expect(draft.description).toContain(`${sv.when}: i morse på bussen (2026-11-24)`);
    expect(draft.description).toContain('HSA-id: SE2321000131-TEST');
  });

  it('says that the bot has not blocked the card', () => {
    expect(blockAsTicket(blockRequest()).description).toContain(sv.blockRequested);
  });

  it('names the colleague who reports, and makes them the contact', () => {
    const draft = blockAsTicket(blockRequest({ reportedBy: reporter }));
    expect(draft.contact).toEqual(reporter);
    expect(draft.description).toContain(`${sv.reportedBy}:\nNamn: Cia Exempel\nTelefon: 0701-740607`);
    expect(draft.description).toContain('Namn: Bo Provberg');
  });

  it.each([
    { verified: true, line: sv.verified },
    { verified: false, line: sv.unverified },
  ])('says whether the person is verified ($verified)', ({ verified, line }) => {
    expect(ticketText(blockAsTicket(blockRequest({ verified })), 'ET-000001')).toContain(`${sv.identity}: ${line}`);
  });

  it('is written in the language of the conversation', () => {
    const draft = blockAsTicket(blockRequest({ language: 'en', employed: null }));
    expect(draft.description).toContain(`${en.employed}: ${en.employment.unknown}`);
    expect(ticketSubject(draft, 'ET-000001')).toBe(`ET-000001 URGENT: ${en.blockSubject('Bo Provberg')}`);
  });
});

describe('a ticket as text', () => {
  it('holds what the user agreed to, the contact and the reference', () => {
    const text = ticketText(ticket(), 'ET-000001');
    expect(text.startsWith(ticket().description)).toBe(true);
    expect(text).toContain('Telefon: 0701-740605');
    expect(text).toContain('E-post: anna.testsson@example.test');
    expect(text).toContain('Referens: ET-000001');
  });

  it('has a subject of one line', () => {
    expect(ticketSubject(ticket({ subject: 'Ett\r\nBcc: någon@example.test' }), 'ET-000001')).toBe('ET-000001 Ett Bcc: någon@example.test');
  });
});
