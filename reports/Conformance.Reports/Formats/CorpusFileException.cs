namespace Conformance.Reports.Formats;

/// <summary>A file of promoted cases can't be used; the message names file, line and next step.</summary>
public sealed class CorpusFileException : Exception
{
    public CorpusFileException(string message)
        : base(message) { }

    public CorpusFileException(string message, Exception inner)
        : base(message, inner) { }

    public CorpusFileException() { }
}
