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
