import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { isAlive, ownMark, readMark } from "./living-process";

const users = (folder: string) => path.join(folder, "postgres-users");

/** The processes that use the server: whoever leaves last stops it. */
export function join(folder: string) {
  mkdirSync(users(folder), { recursive: true });
  writeFileSync(path.join(users(folder), String(process.pid)), JSON.stringify(ownMark()));
}

export function leave(folder: string): "others-remain" | "nobody-left" {
  rmSync(path.join(users(folder), String(process.pid)), { force: true });
  const others = readdirSync(users(folder)).filter((name) => {
    const file = path.join(users(folder), name);
    const mark = readMark(file);
    if (mark && isAlive(mark)) return true;
    rmSync(file, { force: true });
    return false;
  });
  return others.length > 0 ? "others-remain" : "nobody-left";
}
