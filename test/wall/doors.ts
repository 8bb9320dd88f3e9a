import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

const root = process.cwd();

/** Files below a folder whose name fits, as paths from the project's root. */
function filesBelow(folder: string, fits: (name: string) => boolean): string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" })
    .map((name) => path.join(folder, name))
    .filter((name) => fits(name) && !/\.test\.tsx?$/.test(name))
    .toSorted();
}

const textOf = (name: string): string => readFileSync(path.join(root, name), "utf8");
const isCode = (name: string) => /\.tsx?$/.test(name);

/** Every read model and command, exported or not, as `file:name`: whatever is made by `query(...)` or `command(...)`. */
export function findDoors(): string[] {
  return filesBelow("lib", isCode)
    .filter((name) => name !== "lib/server/tenant-access.ts")
    .flatMap((name) =>
      [...textOf(name).matchAll(/(\w+)\s*(?::[^=\n]*)?=\s*(?:query|command)\s*[<(]/g)].map(
        ([, door]) => `${name}:${door}`,
      ),
    );
}

/** Files that open the database without asking the policy. */
export function findSideDoors(): string[] {
  return filesBelow("lib", isCode)
    .filter((name) => name !== "lib/server/tenant-access.ts")
    .filter((name) => /\binTenant(?:Connection)?\(/.test(textOf(name)));
}

/** Every route handler with what it imports from lib. */
export function findRoutes(): Map<string, string[]> {
  const routes = filesBelow("app", (name) => path.basename(name) === "route.ts");
  return new Map(
    routes.map((name) => [
      name,
      [...textOf(name).matchAll(/import (?:type )?\{([^}]*)\} from "@\/(lib\/[^"]+)"/g)].flatMap(
        ([, names = "", from]) =>
          names
            .split(",")
            .map((one) => one.trim())
            .filter((one) => one !== "" && !one.startsWith("type "))
            .map((one) => `${from}.ts:${one}`),
      ),
    ]),
  );
}

/** Pages, layouts and routes that import the database. */
export function findLeaps(): string[] {
  return filesBelow("app", isCode).filter((name) => /from "@\/db\//.test(textOf(name)));
}

/** Exports of server actions that are not made by `action(...)`: each export of such a file answers to whoever sends a request. */
export function findBareActions(): string[] {
  return filesBelow("lib", isCode)
    .filter((name) => /^"use server";/m.test(textOf(name)))
    .flatMap((name) =>
      [...textOf(name).matchAll(/^export (?!type )(?!const \w+ = action\()(.*)$/gm)].map(
        ([, what]) => `${name}: ${what}`,
      ),
    );
}
