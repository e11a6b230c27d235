// @ts-check
/** What is shown where there is no page: the frame of every page. */
import { mountShell } from "../ui/shell.js";

mountShell("");
