using Conformance.Reports;
using Conformance.Reports.Text;

namespace Conformance.Engine.Configuration;

/// <summary>Where a secret is read: an environment variable, or a file. Exactly one is given.</summary>
public sealed record SecretSource(string? EnvironmentVariable, string? File)
{
    private const int MostBytes = 1 << 16;

    /// <summary>The source in words.</summary>
    public override string ToString() =>
        EnvironmentVariable is { } variable
            ? $"the environment variable {Shortened.OnALine(variable)}"
            : $"the secret's file {Shortened.OnALine(File!)}";

    /// <summary>Reads the secret. Whoever needs it asks a <see cref="SecretReader"/>, which remembers what it read.</summary>
    /// <exception cref="ConfigurationException">It is not there, or can't be sent; the message never holds it.</exception>
    internal string Read(SecretUse use, Func<string, string?> environment)
    {
        var text = EnvironmentVariable is { } variable ? OfVariable(variable, environment) : OfFile(File!);
        return CredentialText.Problem(text, use) is { } problem
            ? throw new ConfigurationException($"{this} {problem}; give the secret alone")
            : text;
    }

    private string OfVariable(string variable, Func<string, string?> environment) =>
        environment(variable) is { Length: > 0 } value
            ? value
            : throw new ConfigurationException($"{this} is not set; export it");

    private string OfFile(string file)
    {
        try
        {
            var text = WithoutLastLineEnd(GivenFile.Text(file, MostBytes));
            return text.Length > 0
                ? text
                : throw new ConfigurationException($"{this} is empty; write the secret into it");
        }
        catch (GivenFileException e)
        {
            throw new ConfigurationException($"{this} {e.Problem}", e);
        }
    }

    // Editors and echo end a file with one; what stands before it is the secret, whatever it is.
    private static string WithoutLastLineEnd(string text) =>
        text.EndsWith("\r\n", StringComparison.Ordinal) ? text[..^2]
        : text.EndsWith('\n') ? text[..^1]
        : text;
}
