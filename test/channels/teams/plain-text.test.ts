import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainText } from '../../../bot/channels/teams/plain-text.ts';

const recipient = { id: '28:bot' };
const read = (text: string, ...mentions: [id: string, text: string][]): string =>
  plainText({ text, recipient, entities: mentions.map(([id, mention]) => ({ type: 'mention', text: mention, mentioned: { id } })) });

describe('the text of a Teams message', () => {
  it.each([
    ['<p>Hej</p><p>kortet är borta</p>', 'Hej\nkortet är borta'],
    ['rad ett<br/>rad två<br>rad tre', 'rad ett\nrad två\nrad tre'],
    ['<div><b>spärra</b> <i style="x">mitt</i>&nbsp;kort</div>', 'spärra mitt kort'],
    ['<a href="https://x.test">länken</a> funkar inte', 'länken funkar inte'],
    ['<ul><li>ett</li><li>två</li></ul>', 'ett\ntvå'],
    ['f&ouml;rnamn &amp; efternamn &#229; &#xe4;', 'förnamn & efternamn å ä'],
    ['&amp;lt;b&amp;gt;', '&lt;b&gt;'],
    ['färre än <6 siffror> och 3 < 5 > 2', 'färre än <6 siffror> och 3 < 5 > 2'],
    ['<byta> kort', '<byta> kort'],
    ['tack <emoji id="smile" alt="🙂" title="Leende"></emoji>!', 'tack 🙂!'],
    ['<span title="Ja"><img itemscope itemtype="http://schema.skype.com/Emoji" itemid="yes" alt="👍🏽" src="https://x.test/1.png"></span> ja', '👍🏽 ja'],
    ['se <img alt="image.png" src="https://x.test/2.png" itemtype="http://schema.skype.com/AMSImage"> bilden', 'se bilden'],
    ['<quoted messageId="1783419459151"/> ja tack', 'ja tack'],
    ['<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="17">\r\n<strong itemprop="mri">Korthjälpen</strong>\r\n<p itemprop="preview">Ska jag skicka?</p>\r\n</blockquote>\r\n<p>ja</p>', 'ja'],
    ['<blockquote itemtype="http://schema.skype.com/Reply">utan slut', 'utan slut'],
    ['<blockquote>ett vanligt citat</blockquote> stämmer det?', 'ett vanligt citat\nstämmer det?'],
    ['a\r\n\r\n\r\nb', 'a\n\nb'],
    ['&#1114112; &okänd;', '&#1114112; &okänd;'],
    ['', ''],
  ])('%j is read as %j', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('loses every mention of the bot and keeps the names of others', () => {
    const text = '<at>Kort (bot)</at> fråga <at>Anna</at> om kortet <at>Kort (bot)</at>';
    expect(read(text, ['28:bot', '<at>Kort (bot)</at>'], ['29:anna', '<at>Anna</at>'])).toBe('fråga Anna om kortet');
  });

  it('is empty for a message without text', () => {
    expect(plainText({ text: null, entities: null, recipient })).toBe('');
  });

  it('keeps words without markup as they are', () => {
    const word = fc.stringMatching(/^[a-zåäö0-9.,!?-]{1,12}$/);
    fc.assert(fc.property(fc.array(word, { minLength: 1 }), (words) => read(words.join(' ')) === words.join(' ')));
  });
});
