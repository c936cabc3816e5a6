/* Empty on purpose: ICU's headers must not reach a Swift module graph, because the ones Foundation
   carries declare the same names differently. Only CScrupleUnicode's C file includes them. */
