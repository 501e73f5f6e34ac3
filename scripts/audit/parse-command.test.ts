import { describe, expect, it } from 'vitest';
import { parseCommand } from './parse-command.ts';

describe('the words of npm run audit', () => {
  it.each([
    ['verify', { name: 'verify', against: undefined, only: undefined }],
    [
      'verify --against a.json --unit 309001 --year 2023',
      { name: 'verify', against: 'a.json', only: { unitCode: '309001', year: 2023 } },
    ],
    ['verify --archive a.jsonl', { name: 'verify-archive', file: 'a.jsonl' }],
    ['anchor', { name: 'anchor', to: undefined }],
    ['prune --to kept', { name: 'prune', folder: 'kept' }],
    ['grant office --print', { name: 'grant', role: 'office', print: true }],
    ['--help', { name: 'help' }],
  ])('%s', (words, command) => {
    expect(parseCommand(words.split(' '))).toEqual({ ok: true, value: command });
  });

  it.each([
    '',
    'nonsense',
    'anchor --print',
    'prune',
    'grant',
    'verify --unit 309001',
    'verify x',
    'verify --archive a --year 2023',
  ])('refuses "%s"', (words) => {
    expect(parseCommand(words.split(' ').filter(Boolean))).toMatchObject({ ok: false });
  });
});
