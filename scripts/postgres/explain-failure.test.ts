import { describe, expect, it } from 'vitest';
import { explainConnectionFailure, explainServerLog, isDiskFull } from './explain-failure.ts';

const URL_WITH_PASSWORD = 'postgresql://clerk:s3cret@db.example:5433/budget';

function failure(code: string, message = 'failed'): Error {
  return Object.assign(new Error(message), { code });
}

describe('a connection that fails', () => {
  it.each([
    ['ECONNREFUSED', /No database server answers at db\.example:5433\/budget/],
    ['ENOTFOUND', /host of DATABASE_URL is unknown/],
    ['28P01', /refuses the user or password/],
    ['3D000', /does not exist/],
    ['42501', /may not create tables/],
  ])('is explained for %s', (code, sentence) => {
    expect(explainConnectionFailure(failure(code), URL_WITH_PASSWORD)).toMatch(sentence);
  });

  it('never shows the password', () => {
    for (const code of ['ECONNREFUSED', '28P01', '3D000', 'XX000', '53100']) {
      expect(explainConnectionFailure(failure(code), URL_WITH_PASSWORD)).not.toContain('s3cret');
    }
  });

  it('is one line even when the driver says more', () => {
    const sentence = explainConnectionFailure(failure('XX000', 'strange\n    at somewhere.js:1'), URL_WITH_PASSWORD);
    expect(sentence).toContain('strange');
    expect(sentence).not.toContain('\n');
  });

  it('reads the code of each address of a host that has several', () => {
    const both = new AggregateError([failure('ECONNREFUSED'), failure('ECONNREFUSED')]);
    expect(explainConnectionFailure(both, URL_WITH_PASSWORD)).toMatch(/No database server answers/);
  });

  it('recognises a time-out, which the driver gives no code', () => {
    expect(explainConnectionFailure(new Error('timeout expired'), URL_WITH_PASSWORD)).toMatch(
      /does not answer in time/,
    );
  });
});

describe('the log of a server that stopped', () => {
  it('tells of a full disk', () => {
    const log = 'LOG:  starting\nPANIC:  could not write to file "pg_wal/x": No space left on device\n';
    expect(explainServerLog(log)).toMatch(/disk is full/);
  });

  it('tells of data of another version', () => {
    const log = 'FATAL:  database files are incompatible with server\nDETAIL:  initialized by PostgreSQL version 17';
    expect(explainServerLog(log)).toMatch(/another version of PostgreSQL/);
  });

  it('names the last serious line, not the last line', () => {
    const log = 'FATAL:  could not create lock file "x": Permission denied\nLOG:  database system is shut down\n';
    expect(explainServerLog(log)).toContain('could not create lock file');
  });
});

it('recognises a full disk by code and by words', () => {
  expect(isDiskFull(failure('ENOSPC'))).toBe(true);
  expect(isDiskFull(failure('53100'))).toBe(true);
  expect(isDiskFull('write: No space left on device')).toBe(true);
  expect(isDiskFull(failure('EACCES'))).toBe(false);
  expect(isDiskFull(undefined)).toBe(false);
});
