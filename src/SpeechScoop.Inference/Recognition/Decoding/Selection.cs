namespace SpeechScoop.Inference.Recognition.Decoding;

/// <summary>Selection without sorting.</summary>
internal static class Selection
{
    /// <summary>The <paramref name="count"/>-th largest value (1 = the largest), by Hoare's quickselect; reorders the values.</summary>
    public static float NthLargest(Span<float> values, int count)
    {
        var (low, high, target) = (0, values.Length - 1, count - 1);
        while (low < high)
        {
            var pivot = values[low + ((high - low) >> 1)];
            var (left, right) = (low, high);
            while (left <= right)
            {
                while (values[left] > pivot) left++;
                while (values[right] < pivot) right--;
                if (left <= right)
                {
                    (values[left], values[right]) = (values[right], values[left]);
                    left++;
                    right--;
                }
            }

            if (target <= right) high = right;
            else if (target >= left) low = left;
            else break;
        }

        return values[target];
    }
}
