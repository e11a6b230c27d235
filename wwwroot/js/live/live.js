// @ts-check
import { mountShell } from "../ui/shell.js";

mountShell("live");
