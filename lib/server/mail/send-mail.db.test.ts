import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { database } from '@/lib/db/client.ts';
import { createNotices } from '@/lib/db/notice-repository.ts';
import type { Actor } from '@/lib/domain/workflow/roles.ts';
import { type MailFailure, type MailSender, sendMail } from '@/lib/services/notices/send-mail.ts';
import { useTestDatabase } from '@/tests/database.ts';
import { MailBox } from '@/tests/mail-box.ts';
import { createActor, type Stage, setStage } from '@/tests/stage.ts';
import { smtpPost } from './smtp-post.ts';

useTestDatabase();

const MINUTE_MS = 60_000;
const START = new Date('2023-01-05T01:00:00Z');
const minute = (minutes: number) => new Date(START.getTime() + minutes * MINUTE_MS);
const ADDRESS = 'mingsuan@example.gov.cn';

let stage: Stage;
let box: MailBox;
let people = 0;
let clerk: Actor;
let failures: MailFailure[];

beforeAll(async () => {
  stage = await setStage();
  box = await MailBox.open();
});
afterAll(() => box.close());

beforeEach(async () => {
  await database().notice.deleteMany();
  await database().mailTurn.deleteMany();
  box.empty();
  failures = [];
  clerk = await person();
});

async function person(): Promise<Actor> {
  people += 1;
  const email = `mailed${people}@example.org`;
  const actor = await createActor(`mailed-${people}`, 'CLERK', stage.unitId);
  await database().user.update({ where: { id: actor.userId }, data: { email } });
  return actor;
}

async function tell(minutes: number, to: Actor = clerk): Promise<void> {
  await createNotices(database(), [
    {
      ...{ userId: to.userId, role: to.role, kind: 'budget.returned', unitId: stage.unitId, budgetId: null },
      ...{ versionId: null, detail: { unitName: '信访办', year: 2023, number: 2 }, createdAt: minute(minutes) },
    },
  ]);
}

const sender = (url = box.url): MailSender => ({
  intervalMs: 10 * MINUTE_MS,
  origin: 'https://budget.example',
  post: smtpPost({ smtpUrl: url, from: `明算 <${ADDRESS}>` }),
  onFailure: (failure) => failures.push(failure),
});

const send = (minutes: number, by = sender()) => sendMail(by, () => minute(minutes));

describe('mail', () => {
  it('puts the notices of somebody together, once, under a subject that tells a number alone', async () => {
    for (const minutes of [0, 0.2, 0.4]) await tell(minutes);
    expect(await send(0.5)).toBe(0);
    expect(await send(2)).toBe(1);
    expect(await send(30)).toBe(0);
    const [mail] = box.mails;
    expect(box.mails).toHaveLength(1);
    expect(mail).toMatchObject({ to: [`mailed${people}@example.org`], from: ADDRESS, subject: '明算：您有 3 项待办' });
    expect(mail?.text).toContain('3. 信访办 2023 年预算第 2 版被财政局退回，请按审核意见修改。');
    expect(mail?.text).toContain('https://budget.example/budgets');
    expect(mail?.headers).toMatch(/^Auto-Submitted: auto-generated$/m);
  });

  it('lets the interval pass before the next one', async () => {
    await tell(0);
    await send(2);
    await tell(3);
    expect(await send(6)).toBe(0);
    expect(await send(13)).toBe(1);
    expect(box.mails.map(({ subject }) => subject)).toEqual(['明算：您有 1 项待办', '明算：您有 1 项待办']);
  });

  it('leaves out what was read, and whom it no longer concerns', async () => {
    const [reader, moved, disabled, unwilling, silent] = await Promise.all([1, 2, 3, 4, 5].map(person));
    if (!(reader && moved && disabled && unwilling && silent)) throw new Error('nobody there');
    for (const each of [reader, moved, disabled, unwilling, silent]) await tell(0, each);
    const db = database();
    await db.notice.updateMany({ where: { userId: reader.userId }, data: { readAt: minute(1) } });
    await db.assignment.deleteMany({ where: { userId: moved.userId } });
    await db.user.update({ where: { id: disabled.userId }, data: { disabledAt: minute(1) } });
    await db.user.update({ where: { id: unwilling.userId }, data: { mailWanted: false } });
    await db.user.update({ where: { id: silent.userId }, data: { email: '' } });
    expect(await send(5)).toBe(0);
    expect(box.mails).toEqual([]);
  });

  it('is sent once by many senders at once', async () => {
    const recipients = [clerk, ...(await Promise.all(Array.from({ length: 11 }, person)))];
    for (const each of recipients) for (const minutes of [0, 0.1]) await tell(minutes, each);
    const sent = await Promise.all(Array.from({ length: 4 }, () => send(5)));
    expect(sent.reduce((sum, count) => sum + count, 0)).toBe(12);
    expect(box.mails).toHaveLength(12);
    expect(new Set(box.mails.flatMap(({ to }) => to)).size).toBe(12);
    expect(await database().notice.count({ where: { mailedAt: null } })).toBe(0);
  });

  it('is tried again, less and less often, and given up after a day', async () => {
    await tell(0);
    box.refuse(2);
    expect(await send(2)).toBe(0);
    expect(failures).toMatchObject([{ userId: clerk.userId, nextAt: minute(3), givenUp: 0 }]);
    expect(await send(2.5)).toBe(0);
    expect(await send(3)).toBe(0);
    expect(failures.at(-1)?.nextAt).toEqual(minute(5));
    expect(await send(5)).toBe(1);
    await tell(20);
    box.refuse(1);
    await send(20 + 24 * 60 - 0.5);
    expect(failures.at(-1)?.givenUp).toBe(1);
    expect(await send(20 + 24 * 60 + 5)).toBe(0);
    expect(box.mails).toHaveLength(1);
  });

  it('of a sender that died in between is sent by the next one after the hold', async () => {
    await tell(0);
    /* The hold is as long as a sender is given: it took the turn and was never heard of again. */
    await database().mailTurn.create({ data: { userId: clerk.userId, nextAt: minute(12) } });
    expect(await send(11)).toBe(0);
    expect(await send(12)).toBe(1);
  });
});

describe('the mail server', () => {
  it('is signed in at over STARTTLS with name and password of the address', async () => {
    const safe = await MailBox.open({ username: 'robot@example', password: 'p@ss word' });
    const credentials = `${encodeURIComponent('robot@example')}:${encodeURIComponent('p@ss word')}`;
    const url = safe.url.replace('smtp://', `smtp://${credentials}@`);
    await tell(0);
    expect(await send(2, sender(`${url}?tls.rejectUnauthorized=false`))).toBe(1);
    expect(safe.mails).toMatchObject([{ isSecure: true, user: 'robot@example' }]);
    await safe.close();
  });

  it('gets no password where it does not offer TLS, and its own certificate is asked for', async () => {
    const withPassword = box.url.replace('smtp://', 'smtp://robot:secret@');
    await tell(0);
    expect(await send(2, sender(withPassword))).toBe(0);
    const safe = await MailBox.open({ username: 'robot', password: 'secret' });
    expect(await send(30, sender(safe.url.replace('smtp://', 'smtp://robot:secret@')))).toBe(0);
    expect(failures).toHaveLength(2);
    expect([...box.mails, ...safe.mails]).toEqual([]);
    await safe.close();
  });
});
