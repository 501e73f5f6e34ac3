import { NativeSelect, Radio, Text } from '@mantine/core';
import type { CellQuestion } from '@/lib/domain/workbook/workbook-reading.ts';
import { Paged } from './paged.tsx';
import type { WorkbookImporting } from './use-workbook-import.ts';
import styles from './workbook.module.css';

/** Up to so many answers stand beside each other. */
const MAX_BUTTONS = 4;
const UNDECIDED = '';
const MAX_NAMED = 5;

/** What the reader is not sure of. Until it is answered, the rows concerned are not taken. */
export function QuestionList({ importing }: { importing: WorkbookImporting }) {
  const { reading, pending } = importing.state;
  const questions = reading?.questions ?? [];
  if (questions.length === 0) return <Text size="sm">没有需要确认的内容。</Text>;
  return (
    <>
      <Text size="sm" mb="xs">
        请选择后点击“应用并重新校验”。没有回答的行不会导入，其余的行不受影响。
      </Text>
      <Paged items={questions} label="待确认">
        {(shown) => (
          <ul className={styles.list}>
            {shown.map((question) => (
              <li key={question.id} className={styles.item}>
                <Question
                  question={question}
                  answer={answerOf(question, pending)}
                  onAnswer={(index) => answer(importing, question, index)}
                />
              </li>
            ))}
          </ul>
        )}
      </Paged>
    </>
  );
}

function answerOf({ addresses, choices }: CellQuestion, pending: Readonly<Record<string, string>>): string {
  const [address = ''] = addresses;
  if (!Object.hasOwn(pending, address)) return UNDECIDED;
  return String(choices.findIndex(({ text }) => text === pending[address]));
}

function answer(importing: WorkbookImporting, { addresses, choices }: CellQuestion, value: string): void {
  const chosen = value === UNDECIDED ? undefined : choices[Number(value)];
  if (!chosen) importing.withdraw(addresses);
  else importing.correct(Object.fromEntries(addresses.map((address) => [address, chosen.text])));
}

interface QuestionProps {
  question: CellQuestion;
  answer: string;
  onAnswer: (value: string) => void;
}

function Question({ question, answer: given, onAnswer }: QuestionProps) {
  const { addresses, heading, message, choices } = question;
  const label = (
    <>
      <span className={styles.address}>{namedAddresses(addresses)}</span> {heading}：{message}
      {given !== UNDECIDED && <span className={styles.answered}>已回答</span>}
    </>
  );
  if (choices.length > MAX_BUTTONS) {
    return (
      <NativeSelect
        label={label}
        value={given}
        onChange={(event) => onAnswer(event.currentTarget.value)}
        data={[
          { value: UNDECIDED, label: '请选择…' },
          ...choices.map((choice, index) => ({ value: String(index), label: choice.label })),
        ]}
        maw={480}
      />
    );
  }
  return (
    <Radio.Group label={label} value={given} onChange={onAnswer}>
      <div className={styles.choices}>
        {choices.map((choice, index) => (
          <Radio key={choice.text} value={String(index)} label={choice.label} />
        ))}
      </div>
    </Radio.Group>
  );
}

function namedAddresses(addresses: readonly string[]): string {
  const named = addresses.slice(0, MAX_NAMED).join('、');
  return addresses.length > MAX_NAMED ? `${named} 等 ${addresses.length} 个单元格` : named;
}
