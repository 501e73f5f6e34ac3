import { describe, expect, it } from 'vitest';
import { hashPassword, judgePassword, MIN_PASSWORD_LENGTH, oneTimePassword, verifyPassword } from './password.ts';

function codeOf(password: string, username = 'wang.fang'): string {
  const judged = judgePassword(password, username);
  return judged.ok ? 'OK' : judged.error.code;
}

describe('hashPassword', () => {
  it('is argon2id with the parameters OWASP asks for, and salted', async () => {
    const [first, second] = await Promise.all([hashPassword('秋天的第一场雨'), hashPassword('秋天的第一场雨')]);
    expect(first).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    expect(first).not.toBe(second);
  });

  it('verifies the right password alone', async () => {
    const stored = await hashPassword('秋天的第一场雨');
    expect(await verifyPassword('秋天的第一场雨', stored)).toBe(true);
    expect(await verifyPassword('秋天的第一场雪', stored)).toBe(false);
  });

  it('takes a full-width letter for the letter, as input methods type it', async () => {
    expect(await verifyPassword('budget-of-2027', await hashPassword('ｂudget-of-2027'))).toBe(true);
  });

  it('does the same work for a user that does not exist, and refuses', async () => {
    expect(await verifyPassword('nobody', null)).toBe(false);
  });
});

describe('judgePassword', () => {
  it.each([
    ['夏夜看星星真好', 'PASSWORD_TOO_SHORT'],
    ['short-1234'.slice(0, MIN_PASSWORD_LENGTH - 1), 'PASSWORD_TOO_SHORT'],
    ['password123', 'PASSWORD_COMMON'],
    ['PassWord123', 'PASSWORD_COMMON'],
    ['１２３４５６７８９０', 'PASSWORD_COMMON'],
    ['aaaaaaaaaaaa', 'PASSWORD_COMMON'],
    ['abababababab', 'PASSWORD_COMMON'],
    ['9876543210', 'PASSWORD_COMMON'],
    ['abcdefghijkl', 'PASSWORD_COMMON'],
    ['my-Wang.Fang-1', 'PASSWORD_HOLDS_USERNAME'],
    ['three-blue-lamps', 'OK'],
    ['夏夜在院子里看星星真好', 'OK'],
  ])('%s: %s', (password, expected) => {
    expect(codeOf(password)).toBe(expected);
  });

  it('lets a very short user name occur by chance', () => {
    expect(codeOf('three-blue-lamps', 'ee')).toBe('OK');
  });
});

describe('oneTimePassword', () => {
  it('may itself be chosen, and is never the same twice', () => {
    const passwords = Array.from({ length: 200 }, oneTimePassword);
    expect(new Set(passwords).size).toBe(passwords.length);
    for (const password of passwords) {
      expect(password).toMatch(/^([a-hjkmnp-z2-9]{4}-){3}[a-hjkmnp-z2-9]{4}$/);
      expect(codeOf(password)).toBe('OK');
    }
  });
});
