import vm from 'node:vm';
import { TestEnvironment } from 'jest-environment-node';

/**
 * Jest's environment for Node in a context whose global object is an ordinary one. Jest's own goes through an
 * interceptor and a proxy at every mention of `Math` or `Int32Array`: a hundred nanoseconds, in code that runs per byte
 * (nodejs.org/api/vm.html, vm.constants.DONT_CONTEXTIFY). Each test file still has a context of its own.
 */
export default class PlainEnvironment extends TestEnvironment {
  constructor(config, context) {
    const { createContext } = vm;
    // the base class makes its context in its constructor, and has no setting for it
    vm.createContext = () => createContext(vm.constants.DONT_CONTEXTIFY);
    try {
      super(config, context);
    } finally {
      vm.createContext = createContext;
    }
  }
}
