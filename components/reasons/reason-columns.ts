import { choiceColumn, textColumn } from '@/components/grid/columns.ts';
import type { GridColumn } from '@/components/grid/grid-model.ts';
import { formatForEntry } from '@/lib/domain/money/format.ts';
import { type MoneyUnit, parseChange } from '@/lib/domain/money/parse.ts';
import { type ChangeReason, REASON_KIND_LABELS, type ReasonKind } from '@/lib/domain/reasons/change-reason.ts';
import { fail, ok } from '@/lib/domain/result.ts';
import { problemMessage } from '@/lib/messages/problem-message.ts';
import { MAX_LENGTH } from '@/lib/schemas/max-length.ts';

/** The parts of one figure's change; amounts and people are signed. */
export function reasonColumns(unit: MoneyUnit): readonly GridColumn<ChangeReason>[] {
  const word = unit === 'yuan' ? '元' : '万元';
  return [
    choiceColumn<ChangeReason, ReasonKind>('kind', REASON_KIND_LABELS, { header: '原因类别', width: 104 }),
    {
      id: 'amountFen',
      header: `影响金额（${word}，减少填负数）`,
      width: 200,
      align: 'end',
      read: ({ amountFen }) => formatForEntry(amountFen, unit),
      amountFen: ({ amountFen }) => amountFen,
      write: (_row, text) => {
        const parsed = parseChange(text, unit);
        return parsed.ok ? ok({ amountFen: parsed.value }) : fail(problemMessage(parsed.error));
      },
    },
    {
      id: 'people',
      header: '人数增减',
      width: 84,
      align: 'end',
      read: ({ people }) => (people === null ? '' : people > 0 ? `+${people}` : String(people)),
      write: (_row, text) => {
        const plain = text
          .normalize('NFKC')
          .replace(/[人名\s]/g, '')
          .replace(/[−–—]/g, '-');
        if (plain === '') return ok({ people: null });
        return /^[+-]?\d{1,7}$/.test(plain)
          ? ok({ people: Number(plain) })
          : fail(`“${text}”应为整数，增加填正数，减少填负数，例如 -3。`);
      },
    },
    textColumn<ChangeReason>('text', {
      ...{ header: '说明（例如：退休3人）', width: 240, grows: true, maxLength: MAX_LENGTH.sentence },
    }),
  ];
}
