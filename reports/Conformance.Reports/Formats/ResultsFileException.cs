namespace Conformance.Reports.Formats;

/// <summary>What was given is no results file that this version reads; the message names file, line and next step.</summary>
public sealed class ResultsFileException : Exception
{
    public ResultsFileException(string message)
        : base(message) { }

    public ResultsFileException(string message, Exception inner)
        : base(message, inner) { }

    public ResultsFileException() { }
}
