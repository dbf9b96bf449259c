declare function show(): void;
declare function build(project: string): Promise<void>;

export async function buildAll(projects: string[]) {
  const failed: string[] = [];
  const progress = setInterval(show, 500); // ok: every failure is caught in its own turn
  await Promise.all(
    projects.map(async (project) => {
      try {
        await build(project);
      } catch {
        failed.push(project);
      }
    }),
  );
  clearInterval(progress);
  return failed;
}

export async function buildSome(projects: string[]) {
  const progress = setInterval(show, 500); // want exception: "`await` on line 22"
  await Promise.all(projects.map(async (project) => build(project)));
  clearInterval(progress);
}

export async function buildNamed(projects: string[]) {
  const progress = setInterval(show, 500); // want exception: "`await` on line 28"
  await Promise.all(projects.map(build));
  clearInterval(progress);
}
