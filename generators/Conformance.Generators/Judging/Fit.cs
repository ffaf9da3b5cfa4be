namespace Conformance.Generators.Judging;

/// <summary>What a value does to a constraint.</summary>
internal enum Fit
{
    /// <summary>Every reading finds it satisfied.</summary>
    Keeps,

    /// <summary>Every reading finds it broken.</summary>
    Breaks,

    /// <summary>Readings differ.</summary>
    Disputed,
}
