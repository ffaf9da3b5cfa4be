namespace Conformance.Cli;

/// <summary>What the program's exit codes mean.</summary>
internal static class ExitCode
{
    public const int Conformant = 0;
    public const int NotConformant = 1;

    /// <summary>Wrong usage or configuration.</summary>
    public const int Usage = 2;

    /// <summary>Inconclusive: the target out of reach, an error of the kit, or too little tested.</summary>
    public const int Inconclusive = 3;
}
