namespace Conformance.Schemas;

/// <summary>Whether a requirement is mandatory, recommended or recorded.</summary>
public enum Level
{
    /// <summary>A document states it: a failure makes the target non-conformant.</summary>
    Must,

    /// <summary>A companion source states it, or a document plainly implies it: a failure is a warning.</summary>
    Should,

    /// <summary>Recorded, never judged.</summary>
    May,
}
