import { billing } from "./billing";
import { customerSuccess } from "./customer-success";
import { newManager } from "./new-manager";
import { production } from "./production";
import { sales } from "./sales";
import { service } from "./service";
import { software } from "./software";
import type { Template } from "./template";

export const templates: readonly Template[] = [
  sales,
  customerSuccess,
  service,
  billing,
  production,
  software,
  newManager,
];

export const templateOf = (key: string) => templates.find((template) => template.key === key);
