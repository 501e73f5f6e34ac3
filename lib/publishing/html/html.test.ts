import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { html, jsonScript } from './html.ts';

describe('html', () => {
  it('escapes what is put in, and leaves markup of its own', () => {
    expect(html`<p title="${'"a"'}">${'<b>'}${html`<i>${1}</i>`}${[html`<br>`, '&']}${null}${false}</p>`.text).toBe(
      '<p title="&quot;a&quot;">&lt;b&gt;<i>1</i><br>&amp;</p>',
    );
  });

  it('lets no text open or close anything', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(html`<p>${text}</p>`.text.slice(3, -4)).not.toMatch(/[<>"']/);
      }),
    );
  });

  it('lets no data end its script', () => {
    const { text } = jsonScript('application/ld+json', { name: '</script><script>alert(1)' });
    expect(text.match(/<\/?script/g)).toHaveLength(2);
    expect(JSON.parse(text.slice(text.indexOf('>') + 1, text.lastIndexOf('<')))).toEqual({
      name: '</script><script>alert(1)',
    });
  });
});
