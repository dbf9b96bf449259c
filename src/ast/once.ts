/**
 * Answers a question once for each subject and key, and keeps the answer for as long as the subject is there. A
 * question that comes back to itself before it is answered is asked again.
 *
 * @param make answers the question
 * @param ownerOf what the answers are kept by, where that is not the subject itself
 */
export function oncePer<Subject extends object, Key = void, Value = unknown>(
  make: (subject: Subject, key: Key) => Value,
  ownerOf: (subject: Subject) => object = (subject): object => subject,
): (subject: Subject, key: Key) => Value {
  const answers = new WeakMap<object, Map<Key, Value>>();
  return (subject, key) => {
    const owner = ownerOf(subject);
    let known = answers.get(owner);
    if (!known) answers.set(owner, (known = new Map<Key, Value>()));
    const answer = known.get(key);
    if (answer !== undefined || known.has(key)) return answer as Value;
    const made = make(subject, key);
    known.set(key, made);
    return made;
  };
}

/** What answers about a file are kept by: oxlint uses one source code object for all files, but no program twice. */
export const programOf = <Program extends object>({ ast }: { readonly ast: Program }): Program => ast;

/** Makes a value when it is first asked for, and once. */
export function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => (made ??= { value: make() }).value;
}
