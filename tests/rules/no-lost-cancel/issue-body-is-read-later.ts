// The body of a response is read behind the function that asked for it. Its signal must not be cleaned up before.
import { createAttemptSignal, createTimeoutSignal } from "./signals";

declare function check(response: Response): Promise<void>;
declare function get(url: string, signal: AbortSignal): Promise<string>;

export async function leftToTheReader(url: string, init: RequestInit) {
  const attempt = createAttemptSignal(500); // ok: the response that is returned is still read with it
  let response: Response;
  try {
    response = await fetch(url, { ...init, signal: attempt.signal });
  } catch (error) {
    attempt.dispose();
    throw error;
  }
  if (response.ok) return response;
  try {
    await check(response);
  } finally {
    attempt.dispose();
  }
  return undefined;
}

export async function takenApart(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: so it is where the parts have names
  let response;
  try {
    response = await fetch(url, { signal });
  } catch (error) {
    cleanup();
    throw error;
  }
  return response;
}

export async function bodyOfIt(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: the stream is read later
  try {
    const { body } = await fetch(url, { signal });
    return body;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function textOfIt(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want early-return: "`cleanup` is not called"
  try {
    const response = await fetch(url, { signal });
    const text = await response.text();
    return text;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function noResponse(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want early-return: "`cleanup` is not called"
  try {
    const text = await get(url, signal);
    return text;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function failsBefore(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want exception: "`cleanup` is not called"
  const response = await fetch(url, { signal });
  if (response.ok) return response;
  cleanup();
  return undefined;
}

export async function besideItsStatus(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: the response leaves as a part of what is returned
  try {
    const response = await fetch(url, { signal });
    return { response, attempts: [1, response.status] };
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function onlyWhenGood(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: so it does in one arm of a condition
  try {
    const response = await fetch(url, { signal });
    return response.ok ? [response, url] : undefined;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function* eachOfThem(urls: string[]) {
  for (const url of urls) {
    const { signal, cleanup } = createTimeoutSignal(500); // ok: whoever reads the generator reads the response
    let response: Response;
    try {
      response = await fetch(url, { signal });
    } catch (error) {
      cleanup();
      throw error;
    }
    yield response;
  }
}

export async function statusOfIt(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want early-return: "`cleanup` is not called"
  try {
    const { status } = await fetch(url, { signal });
    return status;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function streamUnderAnotherName(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // ok: it is the body still
  try {
    const { body: stream, status: code } = await fetch(url, { signal });
    console.log(code);
    return stream;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function codeUnderAnotherName(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want early-return: "`cleanup` is not called"
  try {
    const { body: stream, status: code } = await fetch(url, { signal });
    console.log(stream);
    return code;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function memberOfIt(url: string) {
  const { signal, cleanup } = createTimeoutSignal(500); // want early-return: "`cleanup` is not called"
  try {
    const response = await fetch(url, { signal });
    return response.statusText;
  } catch (error) {
    cleanup();
    throw error;
  }
}

export async function givenItself(url: string, cached: Response) {
  const { signal, cleanup } = createTimeoutSignal(500); // want exception: "`cleanup` is not called"
  let response = await fetch(url, { signal });
  if (response.status === 429) {
    cleanup();
    return undefined;
  }
  response = response.ok ? response : cached;
  return response;
}
