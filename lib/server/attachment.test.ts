import { expect, test } from "vitest";
import { attachment } from "./attachment";

test.each(["Łódź 2026-who.csv", 'a"b\r\nx: y.csv', "報告.csv", "plain.csv"])(
  "%j can stand in a header, whatever the code of an initiative is",
  (name) => {
    const written = new Headers({ "content-disposition": attachment(name) }).get("content-disposition");
    expect(written).toMatch(/^attachment; filename="[\w.-]+"; filename\*=UTF-8''[\w.%~!*'()-]+$/);
  },
);
