namespace Conformance.HostileTargets.Tests.Judging;

/// <summary>What the program prints: whatever a target sent, it steers neither a terminal nor a CI server.</summary>
internal static class Printed
{
    // Commands of Azure Pipelines, GitHub Actions and TeamCity, where a line begins with them.
    private static readonly string[] Commands = ["##vso[", "##[", "::", "##teamcity["];

    /// <summary>What is wrong with it, in words.</summary>
    public static IEnumerable<string> Problems(string output)
    {
        foreach (var character in output.Where(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t')).Distinct())
            yield return $"the output holds the control character U+{(int)character:X4}";
        foreach (var line in output.Split('\n', '\r').Select(line => line.TrimStart()))
            if (Commands.Any(command => line.StartsWith(command, StringComparison.Ordinal)))
                yield return $"the output holds a command of a CI server: {line}";
    }
}
