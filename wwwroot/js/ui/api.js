// @ts-check
/**
 * The one way to the server's HTTP API: JSON in and out, and every failure an ApiError with a sentence that says what
 * to do. Problem details (RFC 9457) of the server carry that sentence in `detail`.
 */

export class ApiError extends Error {
  /**
   * @param {string} message a sentence for people
   * @param {{ code?: string, status?: number, problems?: { place: string, message: string }[], cause?: unknown }} [more] status 0: no answer came; problems: where there are several
   */
  constructor(message, more = {}) {
    super(message, { cause: more.cause });
    this.name = "ApiError";
    this.code = more.code ?? "unknown";
    this.status = more.status ?? 0;
    this.problems = more.problems ?? [];
  }

  /** Whether trying the same again later can help. */
  get isTransient() {
    return this.status === 0 || this.status === 408 || this.status === 429 || this.status >= 500;
  }
}

/**
 * @param {number} status
 * @param {{ title?: string, detail?: string, code?: string, errors?: Record<string, string[]> } | null} problem
 * @returns {string}
 */
function problemMessage(status, problem) {
  const fields = Object.values(problem?.errors ?? {}).flat();
  if (fields.length > 0) return fields.join(" ");
  if (problem?.detail) return problem.detail;
  if (status === 401 || status === 403) return "This browser has no key to this server. Open the link that the server printed when it started.";
  if (status === 404) return "The server does not know this any more. Reload the page.";
  if (status === 413) return "This is larger than the server accepts.";
  if (status >= 500) return "The server could not do this. Its log says why; try again.";
  return problem?.title ?? `The server answered with status ${status}.`;
}

/**
 * @param {string} method
 * @param {string} path such as `/api/systems`
 * @param {{ json?: unknown, body?: BodyInit, headers?: Record<string, string>, signal?: AbortSignal, keepalive?: boolean }} [options]
 * @returns {Promise<Response>}
 */
async function send(method, path, { json, body, headers, signal, keepalive } = {}) {
  /** @type {Response} */
  let response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: { Accept: "application/json", ...(json === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
      body: json === undefined ? body : JSON.stringify(json),
      signal,
      keepalive,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new ApiError("The server does not answer. Is it running, and is this computer connected to it?", { code: "no-answer", cause });
  }
  if (response.ok) return response;
  const problem = (response.headers.get("Content-Type") ?? "").includes("json") ? await response.json().catch(() => null) : null;
  throw new ApiError(problemMessage(response.status, problem), { code: problem?.code ?? `http-${response.status}`, status: response.status, problems: problem?.problems?.filter?.((/** @type {any} */ each) => each?.place) });
}

/**
 * @param {Response} response
 * @returns {Promise<any>}
 */
async function read(response) {
  if (response.status === 204) return null;
  return (response.headers.get("Content-Type") ?? "").includes("json") ? response.json() : response.text();
}

/** @typedef {{ signal?: AbortSignal }} CallOptions */

export const api = {
  /** @param {string} path @param {CallOptions} [options] */
  get: async (path, options) => read(await send("GET", path, options)),
  /** @param {string} path @param {unknown} json @param {CallOptions} [options] */
  post: async (path, json, options) => read(await send("POST", path, { json: json ?? {}, ...options })),
  /** @param {string} path @param {unknown} json @param {CallOptions & { keepalive?: boolean }} [options] */
  put: async (path, json, options) => read(await send("PUT", path, { json, ...options })),
  /** @param {string} path @param {CallOptions} [options] */
  delete: async (path, options) => read(await send("DELETE", path, options)),
  /** Sends a file as it is. @param {string} path @param {Blob} blob @param {CallOptions} [options] */
  upload: async (path, blob, options) =>
    read(await send("POST", path, { body: blob, headers: { "Content-Type": blob.type || "application/octet-stream" }, ...options })),
  /** Sends a form with files. @param {string} path @param {FormData} form @param {CallOptions} [options] */
  form: async (path, form, options) => read(await send("POST", path, { body: form, ...options })),
  /** @param {string} path @param {CallOptions} [options] */
  bytes: async (path, options) => (await send("GET", path, options)).arrayBuffer(),
  /** The answer itself, for whoever wants its headers. @param {string} path @param {CallOptions} [options] */
  response: (path, options) => send("GET", path, options),
};

/**
 * What to show for anything thrown.
 * @param {unknown} error
 * @returns {string}
 */
export function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
