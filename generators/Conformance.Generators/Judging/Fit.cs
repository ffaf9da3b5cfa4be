namespace Conformance.Generators.Judging;

/// <summary>What a value does to a constraint.</summary>
internal enum Fit
{
    /// <summary>Every interpretation finds it satisfied.</summary>
    Keeps,

    /// <summary>Every interpretation finds it broken.</summary>
    Breaks,

    /// <summary>Interpretations differ.</summary>
    Disputed,
}
