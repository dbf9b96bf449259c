import type { TSESLint, TSESTree } from "@typescript-eslint/utils";
import { isFunction } from "../../../ast/functions.ts";
