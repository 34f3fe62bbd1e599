import { expect, test } from "vitest";
import { hashPassword, verifyPassword, weakness } from "./passwords.ts";

test.each(["short", "elevenchars", "password1234", "Password!2345", "qwerty123456", "aaaaaaaaaaaaaa", "abababababab", "ana.lind@northwind.example", "x".repeat(201)])("`%s` will not do", (password) => {
  expect(weakness(password, ["Ana Lind", "ana.lind@northwind.example", "ana.lind"])).toMatch(/^[a-z]/);
});

test.each(["four plain words here", "correct horse battery", "Zürich-Tram-13-Limmat", "vier einfache wörter"])("`%s` will do", (password) => {
  expect(weakness(password, ["Ana Lind", "ana@northwind.example"])).toBeUndefined();
});

test("a password is known again, another is not, and the hash is argon2id with a salt of its own", async () => {
  const [one, two] = [await hashPassword("four plain words here"), await hashPassword("four plain words here")];
  expect(one).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  expect(two).not.toBe(one);
  expect(await verifyPassword({ hash: one, password: "four plain words here" })).toBe(true);
  expect(await verifyPassword({ hash: one, password: "four plain words there" })).toBe(false);
});
