import "server-only";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { extractJsonMiddleware, type LanguageModel, wrapLanguageModel } from "ai";

/** The model behaviours can be drafted with; null where none is configured. */
export function readDrafting(): { model: string } | null {
  const settings = readSettings();
  return settings && { model: settings.model };
}

/** The language model named by LLM_BASE_URL, LLM_MODEL and (where the server asks for one) LLM_API_KEY; null where none is. */
export function openModel(): { name: string; model: LanguageModel } | null {
  const settings = readSettings();
  if (!settings) return null;
  const provider = createOpenAICompatible({
    name: "configured",
    baseURL: settings.baseUrl,
    ...(settings.key && { apiKey: settings.key }),
  });
  // Many models put a fence around the JSON they are asked for.
  const model = wrapLanguageModel({ model: provider(settings.model), middleware: extractJsonMiddleware() });
  return { name: settings.model, model };
}

function readSettings(): { baseUrl: string; model: string; key: string | undefined } | null {
  const { LLM_BASE_URL: baseUrl, LLM_MODEL: model, LLM_API_KEY: key } = process.env;
  return baseUrl && model ? { baseUrl, model, key } : null;
}
