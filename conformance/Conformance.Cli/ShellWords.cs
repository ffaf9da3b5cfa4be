using System.Text;

namespace Conformance.Cli;

/// <summary>Takes a command apart that the kit wrote: words, single quotes, and characters after a backslash.</summary>
internal static class ShellWords
{
    /// <summary>The words of the command, without their quotes.</summary>
    public static IReadOnlyList<string> Split(string command)
    {
        var words = new List<string>();
        StringBuilder? word = null;
        var isQuoted = false;
        for (var at = 0; at < command.Length; at++)
        {
            var character = command[at];
            if (character == '\'')
                (isQuoted, word) = (!isQuoted, word ?? new StringBuilder());
            else if (character == ' ' && !isQuoted)
                End();
            else
                (word ??= new StringBuilder()).Append(IsEscape(at) ? command[++at] : character);
        }
        End();
        return words;

        bool IsEscape(int at) => !isQuoted && command[at] == '\\' && at + 1 < command.Length;

        void End()
        {
            if (word is not null)
                words.Add(word.ToString());
            word = null;
        }
    }
}
