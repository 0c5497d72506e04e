/** In which order test files are begun. */
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** By far: begun last, as a small file is, it would keep the other core waiting for a minute at the end. */
const LONGEST = '/test/conformance/conformance.test.ts';

export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    const isLongest = ({ moduleId }: TestSpecification): boolean => moduleId.endsWith(LONGEST);
    return [...sorted.filter(isLongest), ...sorted.filter((file) => !isLongest(file))];
  }
}
