"use client";
import { useState } from "react";
import { type Theme, themeCookie, themes } from "./theme";

const names: Record<Theme, string> = { system: "As the device", light: "Light", dark: "Dark" };
const aYear = 365 * 24 * 60 * 60;

/** Kept in a cookie, so that the server sends the right colours at once. */
export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  const choose = (next: Theme) => {
    setTheme(next);
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari before 18.4
    document.cookie = `${themeCookie}=${next};path=/;max-age=${aYear};samesite=lax`;
    if (next === "system") delete document.documentElement.dataset.theme;
    else document.documentElement.dataset.theme = next;
  };
  return (
    <fieldset>
      <legend className="mb-1 text-table font-medium">Colours</legend>
      {themes.map((one) => (
        <label key={one} className="target flex items-center gap-2 text-body">
          <input
            type="radio"
            name="theme"
            className="accent-line"
            checked={theme === one}
            onChange={() => choose(one)}
          />
          {names[one]}
        </label>
      ))}
    </fieldset>
  );
}
